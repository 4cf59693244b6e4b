/**
 * Signs that begin a formula in one spreadsheet or another, full-width ones included; spaces and control characters
 * before them are passed over by some.
 */
const beginsFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Control characters have no place in a table; tabs and line breaks have. */
const controls = /(?![\t\n\r])\p{Cc}/gu;

/**
 * Text that a spreadsheet shows and never computes: what would begin a formula gets an apostrophe before it, the sign
 * for text in all of them (OWASP, _CSV Injection_). A tab or line break at the start counts as one as well.
 */
export function safeText(text: string): string {
  const clean = text.replace(controls, '');
  return beginsFormula.test(clean) || /^[\t\r\n]/.test(clean) ? `'${clean}` : clean;
}
