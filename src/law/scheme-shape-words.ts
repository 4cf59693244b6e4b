import type { z } from 'zod';
import type { SchemeProblem } from './scheme-problems.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in brackets [ ]',
  object: 'fields in braces { }',
  null: 'null',
};

/** What is wrong with the shape of a scheme, in words: each field that is missing, unknown or of another kind. */
export function shapeInWords(issue: z.core.$ZodIssue): readonly SchemeProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        words: `no field is called “${key}” here; take it out, or look for its name in the example`,
      }));
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? issue.expected;
      const missing = issue.message.includes('received undefined');
      return [{ path, words: missing ? `is missing: ${kind} is needed` : `must be ${kind}` }];
    }
    case 'invalid_value':
      return [{ path, words: `must be one of: ${issue.values.map((value) => quoted(value)).join(', ')}` }];
    case 'too_small':
      return [{ path, words: tooSmall(issue) }];
    case 'invalid_format':
      return [
        {
          path,
          words:
            issue.format === 'date'
              ? 'must be a day such as 2026-09-01'
              : 'must be small letters, figures and hyphens, for example our-county-2026',
        },
      ];
    case 'invalid_union':
      return [{ path, words: 'is nothing that a row can ask; the example lists every “fact” that there is' }];
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'too_big':
      return [{ path, words: issue.message }];
  }
}

function tooSmall({ origin, minimum, message }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'array') return `needs ${String(minimum)} at least`;
  if (origin === 'string') {
    return Number(minimum) > 1 ? `${message}: ${String(minimum)} letters at least` : 'must not be empty';
  }
  return `must be ${String(minimum)} or more`;
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : String(value);
}
