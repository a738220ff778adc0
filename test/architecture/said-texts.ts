import ts from 'typescript';

/** Letters that only Vietnamese has among the two languages of the page. */
export const VIETNAMESE = /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/i;
const REFUSALS =
  /^(?:NotFound|Conflict|RuleBroken|BadInput|Unauthenticated|Forbidden|TooMany|Misdirected|Busy)$/;
/** Stands where the program fills something in: no word, and a number where one is needed. */
const FILLED = '90';

/** The Vietnamese texts that a source file throws as refusals; what is filled in is a number. */
export function refusalsIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const message = ts.isNewExpression(node) ? node.arguments?.[1] : undefined;
    if (message && ts.isNewExpression(node) && REFUSALS.test(node.expression.getText()))
      found.push(...textsUnder(message));
    ts.forEachChild(node, visit);
  };
  visit(parsed(source));
  return found.filter((text) => VIETNAMESE.test(text));
}

/** All Vietnamese texts of a source file; names of the file's own constants stand for what they are. */
export function textsIn(source: string, constants: Readonly<Record<string, string>>): string[] {
  return textsUnder(parsed(source), constants).filter((text) => VIETNAMESE.test(text));
}

function parsed(source: string): ts.SourceFile {
  return ts.createSourceFile('read.ts', source, ts.ScriptTarget.Latest, true);
}

function textsUnder(node: ts.Node, constants: Readonly<Record<string, string>> = {}): string[] {
  const text = textOf(node, constants);
  if (text !== null) return [text];
  const found: string[] = [];
  ts.forEachChild(node, (child) => {
    found.push(...textsUnder(child, constants));
  });
  return found;
}

/** A text that stands in one piece, or in pieces that are put together; null = the node is no text. */
function textOf(node: ts.Node, constants: Readonly<Record<string, string>>): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce(
      (text, { expression, literal }) =>
        text + (constants[expression.getText()] ?? FILLED) + literal.text,
      node.head.text,
    );
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken)
    return null;
  const [left, right] = [textOf(node.left, constants), textOf(node.right, constants)];
  return left === null || right === null ? null : left + right;
}
