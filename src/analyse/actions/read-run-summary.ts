import { summariseRun, type RunSummary } from '#/analyse/rules/run-summary.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Register } from './analysis-read.ts';
import { readRegister } from './read-analysis.ts';

/** A kept run, counted: how many schools of each phase in each category. */
export async function readRunSummary(
  parts: Parameters<typeof readRegister>[0],
  person: Person,
  slug: string,
  runId: string,
): Promise<{ readonly register: Register; readonly summary: RunSummary }> {
  const register = await readRegister(parts, person, slug, runId);
  return { register, summary: summariseRun(register.rows, register.previous !== null) };
}
