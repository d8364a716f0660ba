import { watchFolder } from './watch-folder.ts';

/** ms. The death of a process that was not started by us touches no file and sends no event, and not every folder can be watched. */
const lookAgainAfter = 250;

/** Looks now, at every change in the folder and now and then whether it is so; resolves when it is, at the latest after `ms`. */
export function untilInFolder(folder: string, isSo: () => boolean, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (isSo()) end();
    };
    const end = () => {
      clearTimeout(deadline);
      clearInterval(pulse);
      unwatch();
      resolve();
    };
    const unwatch = watchFolder(folder, look);
    const deadline = setTimeout(end, ms);
    const pulse = setInterval(look, lookAgainAfter);
    look();
  });
}
