/** Something a person can put right: what is wrong, and what to do. Ends a script with exit code 2. */
export class Trouble extends Error {
  /**
   * @param {string} message
   * @param {readonly string[]} whatToDo
   */
  constructor(message, whatToDo) {
    super(message);
    this.whatToDo = whatToDo;
  }
}

/**
 * Runs a script's work; trouble is told in words, anything else is a bug and shown whole.
 *
 * @param {() => Promise<number>} work resolves to the exit code.
 */
export async function run(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    process.stderr.write(
      `${error.message}\n\nWhat to do:\n${error.whatToDo.map((each) => `  - ${each}\n`).join('')}`,
    );
    process.exitCode = 2;
  }
}

/**
 * A line about what is being done. On standard error, so that a command's answer can be piped on.
 *
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
