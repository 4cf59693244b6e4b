// `npm start`: sets up what is missing, then serves the site. Plain JavaScript without packages: nothing is installed yet.
import { runProgram } from './program.mjs';
import { run } from './trouble.mjs';

await run(() => runProgram(['start', ...process.argv.slice(2)]));
