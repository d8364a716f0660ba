import nodemailer, { type SendMailOptions } from 'nodemailer';

type Order = { server: object; mail: SendMailOptions; count: number };

/** Keeps one pool of nodemailer's own; sends what it is told and answers with the ms it took. */
let pool: ReturnType<typeof nodemailer.createTransport> | undefined;

process.on('message', async ({ server, mail, count }: Order) => {
  pool ??= nodemailer.createTransport({ ...server, pool: true });
  const transport = pool;
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, () => transport.sendMail(mail)));
  process.send?.(performance.now() - start);
});
process.on('disconnect', () => process.exit());
