import { type Capture, totalSize } from './capture.ts';

/** Base64 makes four letters of three bytes, and a line end after each 76 letters (RFC 2045 6.8). */
const growth = (4 / 3) * (78 / 76);

/** Head, text and the parts' own heads. */
const around = 4096;

/** Bytes the mail with these PDFs will have on its way: what a server's SIZE limit is about. */
export function messageSize(capture: Capture): number {
  return Math.ceil(totalSize(capture) * growth) + around;
}
