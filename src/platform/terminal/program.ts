import { CommanderError, type Command } from 'commander';
import { KnownError } from '#/platform/errors.ts';
import type { Terminal } from './terminal.ts';

/** What a program's ending means to whoever started it. Printed by `--help`. */
export const exitCodes = {
  0: 'Done.',
  1: 'A bug in Middle Tier: please report it.',
  2: 'Something you can put right: the message says what.',
  3: 'Done, but some files or rows were set aside.',
} as const;

/** What happens to words that are not an answer. */
export interface Ending {
  readonly terminal: Terminal;
  /** Writes to standard error. */
  readonly tell: (text: string) => void;
  /** Keeps the whole of a bug and returns where, or `null` when it cannot be kept. */
  readonly keepBug: (error: unknown) => string | null;
  readonly debug: boolean;
}

/**
 * Runs the command that was typed and returns the exit code. A command that was done with files or rows set aside
 * says so by setting `process.exitCode` to 3.
 *
 * @param typed the words after the program's name.
 */
export async function runCommand(
  program: Command,
  typed: readonly string[],
  ending: Ending,
): Promise<number> {
  const help: string[] = [];
  settle(program, ending.terminal.json ? (text) => help.push(text) : null);
  try {
    await program.parseAsync([...typed], { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) {
        ending.terminal.document({ help: help.join('') });
        return 0;
      }
      return tellError(usageError(error), ending);
    }
    return tellError(error, ending);
  }
}

/** Tells an error in words, or as the one JSON document, and returns its exit code. */
export function tellError(error: unknown, ending: Ending): 1 | 2 {
  if (error instanceof KnownError) {
    const { code, message, whatToDo } = error;
    if (ending.terminal.json) ending.terminal.document({ error: { code, message, whatToDo } });
    else ending.tell(`${message}\n${whatToDo.map((each) => `  - ${each}\n`).join('')}`);
    return 2;
  }
  const kept = ending.keepBug(error);
  const message = `This is a bug in Middle Tier: ${error instanceof Error ? error.message : String(error)}`;
  if (ending.terminal.json) ending.terminal.document({ error: { code: 'bug', message, log: kept } });
  else ending.tell(`${message}\n${kept === null ? '' : `  - What happened is in ${kept}.\n`}`);
  if (ending.debug && error instanceof Error) ending.tell(`${error.stack ?? ''}\n`);
  return 1;
}

/**
 * Commander ends the process and prints by itself unless each command is told not to. The help of each command names
 * `--json` too.
 *
 * @param keepHelp where help goes when it is to be part of a document; `null` prints it.
 */
function settle(command: Command, keepHelp: ((text: string) => void) | null): void {
  command.exitOverride();
  command.configureHelp({ showGlobalOptions: true });
  // Errors are told by `tellError`; help is an answer.
  const quiet = { writeErr: () => undefined, outputError: () => undefined };
  command.configureOutput(keepHelp === null ? quiet : { ...quiet, writeOut: keepHelp });
  for (const each of command.commands) settle(each, keepHelp);
}

function usageError(error: CommanderError): KnownError {
  if (error.code === 'commander.help') {
    return new KnownError('usage', 'Which command?', ['Run: npx middletier --help']);
  }
  const words = error.message.replace(/^error: /, '').replaceAll(/'([^']+)'/g, '“$1”');
  const [what = '', ...more] = words.split('\n');
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}${/[.?!]$/.test(what) ? '' : '.'}`;
  return new KnownError('usage', sentence, [
    ...more.map((line) => line.replace(/^\((.*)\)$/, '$1')),
    'Run npx middletier --help for the commands, or npx middletier <command> --help for one of them.',
  ]);
}
