import { TabpostError } from '../../domain/failure.ts';
import type { Upload } from '../../protocol/rpc-server.ts';

/**
 * Takes a page to print; it is kept in memory only, and given on when length and hash are right.
 * @throws TabpostError `attachment-incomplete`
 */
export function receivePage<Response>(
  declared: { size: number; sha256: string },
  print: (page: Buffer) => Promise<Response>,
): Upload<Response> {
  let pieces: Buffer[] = [];
  let received = 0;
  return {
    write(data) {
      const piece = Buffer.from(data, 'base64');
      received += piece.length;
      if (received > declared.size)
        throw new TabpostError('attachment-incomplete', { detail: 'more bytes than declared' });
      pieces.push(piece);
    },
    async finish(size) {
      const page = Buffer.concat(pieces);
      pieces = [];
      if (size !== declared.size || page.length !== size)
        throw new TabpostError('attachment-incomplete', { detail: 'length' });
      const { createHash } = process.getBuiltinModule('node:crypto'); // not before the first page: it costs 4 MB
      if (createHash('sha256').update(page).digest('hex') !== declared.sha256)
        throw new TabpostError('attachment-incomplete', { detail: 'sha256' });
      return print(page);
    },
    abort() {
      pieces = [];
    },
  };
}
