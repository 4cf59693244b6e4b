import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import {
  pathInWords,
  problemsOfScheme,
  type Maxima,
  type PartsOfScheme,
  type SchemeProblem,
} from './scheme-problems.ts';
import { shapeInWords } from './scheme-shape-words.ts';
import { scheme as schemeSchema, type Scheme } from './scheme-schema.ts';

/** Something wrong with a scheme's file, with the line it stands on. */
export interface SchemeFileProblem {
  /** From 1. */
  readonly line: number;
  /** `rules › 3 › category`; empty for the file as a whole. */
  readonly where: string;
  readonly words: string;
}

/** An authority's own scheme as its file has it. */
export interface SchemeFile {
  /** `null` when the file has problems of shape: then it cannot be applied. */
  readonly scheme: Scheme | null;
  /** In the order of the lines; empty when the scheme can be applied. */
  readonly problems: readonly SchemeFileProblem[];
  /** The line a part of the scheme stands on. */
  readonly lineOf: (path: SchemeProblem['path']) => number;
}

/** Larger than any scheme: a table of a hundred rows is a tenth of it. */
const longest = 500_000;

/**
 * Reads a scheme: JSON in which comments and a comma too many are allowed, because people write it. Everything wrong is
 * told at once, in the order of the lines; nothing is guessed and nothing silently left out.
 */
export function readSchemeFile(text: string, maxima: Maxima): SchemeFile {
  const lineAt = linesOf(text);
  const whole = (words: string): SchemeFile => ({
    scheme: null,
    problems: [{ line: 1, where: '', words }],
    lineOf: () => 1,
  });
  if (text.trim() === '') return whole('the file is empty');
  if (text.length > longest)
    return whole(`the file is larger than ${longest / 1000} kilobytes: no scheme is`);
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  if (tree === undefined || errors.length > 0) {
    const problems = errors.map(({ error, offset }) => ({
      line: lineAt(offset),
      where: '',
      words: syntaxInWords(printParseErrorCode(error)),
    }));
    return {
      ...whole('this is not a scheme'),
      ...(problems.length > 0 ? { problems: firstOfLine(problems) } : {}),
    };
  }
  const lineOf = (path: SchemeProblem['path']): number => lineAt(nearest(tree, path).offset);
  const parsed = schemeSchema.safeParse(getNodeValue(tree));
  const found = [
    ...saidTwice(tree),
    ...(parsed.success ? [] : parsed.error.issues.flatMap(shapeInWords)),
    ...problemsOfScheme(parsed.success ? parsed.data : soundParts(getNodeValue(tree)), maxima),
  ];
  const problems = found
    .map(({ path, words }) => ({ line: lineOf(path), where: pathInWords(path), words }))
    .toSorted((a, b) => a.line - b.line);
  return { scheme: parsed.success ? parsed.data : null, problems, lineOf };
}

/** The parts of a scheme that are right in themselves, so that they can be asked about although others are not. */
function soundParts(value: unknown): PartsOfScheme {
  if (typeof value !== 'object' || value === null) return {};
  const sound = Object.entries(schemeSchema.shape).flatMap(([name, shape]) => {
    const part = shape.safeParse((value as Record<string, unknown>)[name]);
    return part.success ? [[name, part.data]] : [];
  });
  return Object.fromEntries(sound) as PartsOfScheme;
}

/** The part of the file that a path leads to, or as far as it goes: what is missing has no line of its own. */
function nearest(tree: Node, path: SchemeProblem['path']): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return tree;
}

/** A name that stands twice in one place: the second would silently win. */
function saidTwice(node: Node, path: SchemeProblem['path'] = []): readonly SchemeProblem[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, index) => saidTwice(child, [...path, index]));
  if (node.type !== 'object') return [];
  const names = children.map((property) => String(property.children?.[0]?.value));
  return children.flatMap((property, index) => {
    const [, value] = property.children ?? [];
    const name = names[index] ?? '';
    return [
      ...(names.indexOf(name) === index
        ? []
        : [{ path: [...path, name], words: `“${name}” stands here twice` }]),
      ...(value === undefined ? [] : saidTwice(value, [...path, name])),
    ];
  });
}

function linesOf(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}

/** One slip makes the parser stumble several times: the first of each line says it. */
function firstOfLine(problems: readonly SchemeFileProblem[]): readonly SchemeFileProblem[] {
  return problems
    .filter(({ line }, index) => problems.findIndex((one) => one.line === line) === index)
    .slice(0, 20);
}

const syntaxWords: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word here is not in quotation marks, and is neither a number, true, false nor null',
  InvalidNumberFormat: 'a number here cannot be read',
  PropertyNameExpected: 'the name of a field, in quotation marks, was expected here',
  ValueExpected: 'a value was expected here',
  ColonExpected: 'a colon was expected here, between a field’s name and its value',
  CommaExpected: 'a comma was expected here, or before it',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'there is more after the end of the scheme',
  UnexpectedEndOfString: 'a quotation mark is missing at the end of a text',
  UnexpectedEndOfComment: 'a comment never ends',
  UnexpectedEndOfNumber: 'a number here is not complete',
  InvalidCharacter: 'a character here cannot stand in a text: is it a tab or the end of a line?',
  InvalidUnicode: 'a character is not written in full after \\u',
  InvalidEscapeCharacter: 'after a \\ only " \\ / b f n r t u may follow',
};

function syntaxInWords(code: string): string {
  return syntaxWords[code] ?? 'this cannot be read as JSON';
}
