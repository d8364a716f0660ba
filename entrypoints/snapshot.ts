import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeSnapshot } from '../extension/capture/snapshot/take-snapshot.ts';

/** Injected into a page when its button is pressed; what it returns is the result of the injection. */
export default defineUnlistedScript(takeSnapshot);
