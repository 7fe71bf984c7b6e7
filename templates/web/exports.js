// Files that the record is taken out as.

import { button, fill, find, make } from './dom.js';

const EXPORTS = [
  ['budget.xlsx', '预算工作簿'],
  ['entry.xlsx', '录入表'],
  ['roads.csv', '里程台账'],
  ['findings.xlsx', '问题清单'],
  ['record.yanglu', '记录备份'],
];

export function offerExports(api, notice) {
  const menu = make('details', {}, make('summary', {}, '导出'));
  const items = EXPORTS.map(([name, title]) =>
    button(title, () => {
      menu.open = false;
      notice(`正在生成${title}……`);
      api.save(name).then(
        () => notice(`已导出${title}`),
        (error) => notice(`没有导出：${error.message}`),
      );
    }),
  );
  menu.append(make('div', {}, ...items));
  fill(find('exports'), menu);
}
