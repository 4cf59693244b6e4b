#!/usr/bin/env node
// `npx middletier …`: sets up what is missing, then runs the command.
import { runProgram } from './program.mjs';
import { run } from './trouble.mjs';

await run(() => runProgram(process.argv.slice(2)));
