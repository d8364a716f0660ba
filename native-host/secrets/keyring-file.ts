/** Name of the native part that lies beside the bundle; `build` and `install` put it there. */
export const keyringFile = 'keyring.node';
