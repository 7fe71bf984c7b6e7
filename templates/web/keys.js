// What a key means in the grid: the name of a command with what it needs, null where the text of the cell
// has it. As in Excel and WPS.

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const PAGES = { PageUp: -1, PageDown: 1 };
const CONTROLS = { d: 'fillDown', z: 'undo', y: 'redo', a: 'selectAll' };
const PLAIN = { Escape: 'escape', F1: 'help', F2: 'goInto', F6: 'leave', F9: 'repair', Delete: 'clear' };

// @editor: {isDeep, isDirty}.
export function commandOf(key, editor) {
  if (key.isComposing || key.keyCode === 229) return null;
  const isControl = key.ctrlKey || key.metaKey;
  if (key.altKey) return altCommandOf(key);
  if (STEPS[key.key]) {
    if (editor.isDeep && STEPS[key.key][0] === 0) return null;
    return { name: isControl ? 'jump' : 'step', by: STEPS[key.key], isExtending: key.shiftKey };
  }
  if (PAGES[key.key]) return { name: 'page', by: PAGES[key.key], isExtending: key.shiftKey };
  if (key.key === 'Home' || key.key === 'End') {
    if (editor.isDeep && !isControl) return null;
    return { name: isControl ? 'corner' : 'rowEnd', isEnd: key.key === 'End', isExtending: key.shiftKey };
  }
  if (key.key === 'Tab') return { name: 'tab', by: key.shiftKey ? -1 : 1 };
  if (key.key === 'Enter') return { name: 'enter', by: key.shiftKey ? -1 : 1 };
  if (key.key === 'F8') return { name: 'nextFault', by: key.shiftKey ? -1 : 1 };
  if (isControl) return controlCommandOf(key, editor);
  if (key.key === 'Delete' && (editor.isDeep || editor.isDirty)) return null;
  return PLAIN[key.key] ? { name: PLAIN[key.key] } : null;
}

function altCommandOf(key) {
  if (key.key === 'ArrowDown') return { name: 'choose' };
  if (key.key === 'Insert') return { name: 'insert' };
  return key.key === 'Delete' ? { name: 'remove' } : null;
}

function controlCommandOf(key, editor) {
  const name = CONTROLS[key.key.toLowerCase()];
  if (!name) return null;
  // In a text that is being typed these are the text's.
  if ((editor.isDirty || editor.isDeep) && name !== 'fillDown') return null;
  return { name: name === 'undo' && key.shiftKey ? 'redo' : name };
}

// Listed on F1.
export const KEY_LIST = [
  ['↑ ↓ ← →', '移动；加 Shift 选区域，加 Ctrl 到边'],
  ['Tab / Enter', '下一格 / 下一行；加 Shift 反向；Enter 回到 Tab 起始列'],
  ['Home / End', '行首 / 行末；加 Ctrl 到表首 / 表末'],
  ['PageUp / PageDown', '翻页'],
  ['F2、双击', '在格内移动光标；Escape 放弃修改'],
  ['Ctrl+C / X / V', '复制 / 剪切 / 粘贴，与 Excel、WPS 互通'],
  ['Ctrl+Z / Ctrl+Y', '撤销 / 重做'],
  ['Ctrl+D', '向下填充'],
  ['Delete', '清除内容'],
  ['Alt+↓', '从列表中选'],
  ['Alt+Insert / Alt+Delete', '插入行 / 删除行'],
  ['F8 / Shift+F8', '下一个 / 上一个问题'],
  ['F9', '按建议改正本格的问题'],
  ['F6', '离开表格，到问题清单'],
];
