// IndexedDB tells nobody about changes; this channel reaches the other pages and the background.
const channelName = 'tabpost:outbox';

/** Calls back with the id of every item that changed, here or elsewhere, until the returned function is called. */
export function watchOutbox(changed: (id: string) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => changed(String(data));
  return () => channel.close();
}

export function announceOutbox(ids: Iterable<string>): void {
  const channel = new BroadcastChannel(channelName);
  for (const id of ids) channel.postMessage(id);
  channel.close();
}
