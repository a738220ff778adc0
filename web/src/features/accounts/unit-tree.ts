import type { Unit } from '../../lib/api/shapes.js';

/** A unit as antd's tree wants it. */
export interface UnitNode {
  readonly value: string;
  readonly title: string;
  children: UnitNode[];
}

/** The units under their parents; one whose parent is not among them stands at the top. */
export function treeOf(
  units: readonly Unit[],
  byName: (a: string, b: string) => number,
): readonly UnitNode[] {
  const nodes = new Map(
    units.map(({ code, name }): [string, UnitNode] => [
      code,
      { value: code, title: name, children: [] },
    ]),
  );
  const roots: UnitNode[] = [];
  for (const { code, parentCode } of units) {
    const node = nodes.get(code);
    if (!node) continue;
    const parent = parentCode === null || parentCode === code ? undefined : nodes.get(parentCode);
    (parent?.children ?? roots).push(node);
  }
  for (const { children } of nodes.values()) children.sort((a, b) => byName(a.title, b.title));
  return roots.sort((a, b) => byName(a.title, b.title));
}
