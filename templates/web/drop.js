// A file that is dragged over the page and let go anywhere on it.

import { find } from './dom.js';

const hasFiles = (event) => !!event.dataTransfer && [...event.dataTransfer.types].includes('Files');

// take (files): what was let go; say (text).
export function listenToDrops(take, say) {
  const sign = find('drop');
  let isOver; // a timer: dragover comes every few moments as long as it is over the page
  window.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    sign.hidden = false;
    clearTimeout(isOver);
    isOver = setTimeout(() => (sign.hidden = true), 500);
  });
  window.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    // Else the browser would leave the page and open the file.
    event.preventDefault();
    sign.hidden = true;
    const isFolder = [...event.dataTransfer.items].some((item) => {
      const entry = item.webkitGetAsEntry ? item.webkitGetAsEntry() : null;
      return !!entry && entry.isDirectory;
    });
    if (isFolder) say('拖来的是文件夹；请拖一个文件');
    else take([...event.dataTransfer.files]);
  });
}
