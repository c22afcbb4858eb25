import type { HtmlRenderer } from './html-blocks.ts';
import { type HtmlNode, h, lines } from './html-node.ts';
import type { Table } from './model.ts';

/**
 * Renders a table. It stands in a region of its own that can be scrolled by keyboard, so that the page itself never scrolls
 * sideways; the caption stays in sight.
 */
export function renderTable(table: Table, renderer: HtmlRenderer): HtmlNode {
  const head = table.head.map((cell, column) =>
    h('th', { scope: 'col', ...alignment(table, column) }, ...renderer.inlines(cell)),
  );
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, column) => {
      const header = table.rowHeaders && column === 0;
      const properties = { ...(header && { scope: 'row' }), ...alignment(table, column) };
      return h(header ? 'th' : 'td', properties, ...renderer.inlines(cell));
    });
    return h('tr', {}, ...cells);
  });
  const caption = table.caption && [`Tabel ${table.number}. `, ...renderer.inlines(table.caption)];
  const parts = [
    ...(caption ? [h('caption', {}, h('span', {}, ...caption))] : []),
    h('thead', {}, h('tr', {}, ...head)),
    h('tbody', {}, ...lines(rows)),
  ];
  const region = { className: ['tabel'], role: 'region', ariaLabel: table.name, tabIndex: 0, ...(table.id && { id: table.id }) };
  return h('div', region, h('table', {}, ...lines(parts)));
}

function alignment({ columns }: Table, column: number): { className?: string[] } {
  const side = columns[column]?.align;
  return side && side !== 'left' ? { className: [side === 'right' ? 'rechts' : 'midden'] } : {};
}
