// What a developer would write first: a script that sends one mail and ends.
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';

const { server, mail } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
await nodemailer.createTransport(server).sendMail(mail);
