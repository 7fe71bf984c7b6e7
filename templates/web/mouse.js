// The mouse in the grid: a click makes a cell active, a drag or Shift+click selects, across the frozen
// columns too; the number of a row selects the row; a double click goes into the text.

export function listenToMouse(grid) {
  const { host } = grid;
  let isDragging = false;
  let isOfRows = false;
  const last = () => grid.sheet.columns.length - 1;

  host.addEventListener('mousedown', (event) => {
    if (event.button !== 0) return;
    const at = grid.cellAt(event.target);
    if (!at) return;
    const isInEditor = event.target.tagName === 'INPUT';
    if (isInEditor && (grid.editor.isDeep || event.detail > 1)) {
      grid.editor.isDeep = true;
      return;
    }
    event.preventDefault();
    isOfRows = at.column < 0;
    isDragging = true;
    if (event.shiftKey) grid.extend({ row: at.row, column: isOfRows ? last() : at.column });
    else if (isInEditor) grid.editor.input.select();
    else grid.go({ row: at.row, column: Math.max(0, at.column) });
    if (isOfRows && !event.shiftKey) grid.extend({ row: at.row, column: last() });
    if (grid.editor) grid.editor.focus();
  });

  const move = (event) => {
    if (!isDragging) return;
    const at = grid.cellAt(document.elementFromPoint(event.clientX, event.clientY));
    if (!at) return;
    const to = { row: at.row, column: isOfRows ? last() : Math.max(0, at.column) };
    if (to.row !== grid.range.head.row || to.column !== grid.range.head.column) grid.extend(to);
  };
  const stop = () => {
    if (isDragging && grid.editor) grid.editor.focus();
    isDragging = false;
  };
  document.addEventListener('mousemove', move);
  document.addEventListener('mouseup', stop);

  // A click beside the grid ends the typing, as Enter does.
  host.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !host.contains(event.relatedTarget)) grid.commit();
  });
  return () => {
    document.removeEventListener('mousemove', move);
    document.removeEventListener('mouseup', stop);
  };
}
