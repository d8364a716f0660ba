// Stands first in a page. ms from navigation start to the frame that shows an enabled text box.
const firstBox = Promise.withResolvers();
window.benchInteractive = firstBox.promise;
const look = () => {
  const box = document.querySelector('input[inputmode=email]:enabled, input[type=email]:enabled');
  if (box?.getClientRects().length) firstBox.resolve(performance.now());
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
