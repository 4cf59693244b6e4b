import type { Content } from './template.ts';

/** What was typed into a field of one value; empty where nothing was. */
export function textOf(content: Content, field: string): string {
  const typed = content[field];
  return typeof typed === 'string' ? typed : '';
}
