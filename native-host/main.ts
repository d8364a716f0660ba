import { guardOutput } from './guard-output.ts';
import { roleOf } from './role.ts';
import { serve } from './serve.ts';

const args = process.argv.slice(2);

switch (roleOf(args, process.execArgv)) {
  case 'serve': // the browser started us: nothing but frames may reach stdout
    serve(guardOutput());
    break;
  case 'courier':
    void import('./delivery/courier.ts').then(({ runCourier }) => runCourier());
    break;
  case 'cli':
    void import('./cli.ts').then(({ runCli }) => runCli(args));
    break;
  case 'refused':
    process.exitCode = 2;
}
