// A shorter way of a clerk through the page, in the oldest browser that it is made for. Called with:
// PROGRAM PACKAGES.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'node:test';
import { Pipe, chromium80 } from './pipe.mjs';
import { Served, differingParts } from './served.mjs';

const [program, packages] = process.argv.slice(2);
const served = new Served(program);
const page = new Pipe();
await page.open(chromium80(resolve(packages)), served.folder, await served.start('371502', '2021'));

const saved = async () => {
  await page.waits("!isSaid('保存中') && !isSaid('未保存') && isSaid('已保存')");
};
const figure = (title, text) => page.waits(`!!findPressed(/^${title} ${text.replace(/[.]/g, '\\.')}( |$)/)`);
const typeRow = async (texts) => {
  for (let i = 0; i < texts.length; i++) {
    await page.type(texts[i]);
    await page.key(i + 1 < texts.length ? 'Tab' : 'Enter');
  }
};

test('it_is_chromium_80', async () => {
  assert.match(await page.js('navigator.userAgent'), /Chrome\/80\./);
});

test('three_roads_are_typed_by_keyboard_and_the_money_stands_beside_them', async () => {
  await page.waits("!!findField('路线编码')");
  for (let i = 1; i <= 3; i++) await typeRow([`X00${i}371502`, `第${i}线`, '县道', '沙镇镇', '', '', '0', '1.000', '1.000']);
  await saved();
  await page.sees('共 3 行');
  await figure('县道计入里程', '3.000 公里');
  await figure('日常养护标准总额', '30,000.00 元'); // 3 km at 10,000 yuan
});

// What an input method does to the cell: its keys are 229, its letters stand in the text until they are confirmed.
const compose = (letters, text) =>
  page.js(`(() => {
    const input = document.activeElement;
    const tell = (one) => input.dispatchEvent(one);
    const press = () => tell(new KeyboardEvent('keydown', { key: 'Process', keyCode: 229, which: 229, isComposing: true, bubbles: true, cancelable: true }));
    const write = (data, inputType) => {
      input.value = data;
      tell(new InputEvent('input', { data, inputType, isComposing: true, bubbles: true }));
    };
    for (const [i, data] of ${JSON.stringify(letters)}.entries()) {
      press();
      if (i === 0) tell(new CompositionEvent('compositionstart', { data: '', bubbles: true }));
      tell(new CompositionEvent('compositionupdate', { data, bubbles: true }));
      write(data, 'insertCompositionText');
    }
    tell(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, which: 229, isComposing: true, bubbles: true, cancelable: true }));
    write(${JSON.stringify(text)}, 'insertCompositionText');
    tell(new CompositionEvent('compositionend', { data: ${JSON.stringify(text)}, bubbles: true }));
  })()`);

test('a_township_is_composed_from_its_first_letter_and_enter_confirms_it_in_the_cell', async () => {
  await page.keys('Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  assert.equal(await page.value('乡镇'), '沙镇镇');
  await compose(['l', 'li', "li's", "li'shui"], '梁水镇');
  assert.equal(await page.value('乡镇'), '梁水镇');
  await page.key('Enter');
  assert.equal(await page.value('乡镇'), '沙镇镇'); // of the row below
  await page.key('ArrowUp');
  assert.equal(await page.value('乡镇'), '梁水镇');
  await saved();
});

const paste = (text) =>
  page.js(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);

test('rows_are_pasted_as_one_step_undone_and_redone', async () => {
  await page.keys('Control+End', 'ArrowDown', 'Home');
  const line = (i) => [`C00${i}371502`, `"第""${i}""号\n支线"`, '村道', '沙镇镇', '', '', '0', '１．０００', '１．０００'].join('\t');
  await paste(`${[1, 2, 3, 4, 5].map(line).join('\r\n')}\r\n`);
  await page.sees('已粘贴 5 行 × 9 列；新增 5 行');
  await saved();
  await page.sees('共 8 行');
  await figure('日常养护标准总额', '45,000.00 元'); // and 5 km at 3,000
  await page.key('Control+z');
  await saved();
  await page.sees('共 3 行');
  await figure('日常养护标准总额', '30,000.00 元');
  await page.key('Control+y');
  await saved();
  await figure('日常养护标准总额', '45,000.00 元');
});

test('a_file_let_go_over_the_page_is_looked_at_mended_imported_and_taken_back', async () => {
  const list = '路线编码,路线名称,类别,乡镇,止点桩号,丈量结果\r\nX004371502,第4线,县道,沙镇镇,1.000,1.000\r\n';
  await page.js(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([${JSON.stringify(list)}], '拖来的.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
  await page.sees('没有认出表头，一行也没有读'); // a list without lengths is none
  await page.choose('丈量结果 作为', '里程');
  await page.sees('请先选择');
  assert.deepEqual(await page.js(`[within().getBoundingClientRect()].map(({ top, bottom }) => [top > 0, bottom < innerHeight, scrollY])`), [
    [true, true, 0],
  ]);
  await page.check('保留');
  await page.sees('45,000.00 55,000.00 +10,000.00'); // what is there stays, a kilometre more at 10,000
  if (process.env.YL_PICTURE) await page.picture(`${process.env.YL_PICTURE}-preview.png`);
  await page.press('导入');
  await page.sees('已导入“拖来的.csv”：里程台账 新增 1 行');
  await figure('日常养护标准总额', '55,000.00 元');
  await page.key('Control+z');
  await page.sees('已撤销：导入“拖来的.csv”');
  await figure('日常养护标准总额', '45,000.00 元');
  await page.sees('共 8 行');
});

test('a_fault_is_mended_from_the_list', async () => {
  await page.keys('Control+Home', ...Array(8).fill('ArrowRight'));
  await page.type('1.5x');
  await page.keys('ArrowDown', 'ArrowDown');
  await saved();
  await page.press(/第 1 行 里程.*1\.5x”不是有效的数字/);
  assert.equal(await page.value('里程'), '1.5x');
  await page.type('1.500');
  await page.key('Enter');
  await saved();
  await page.seesNot('不是有效的数字');
  await figure('日常养护标准总额', '50,000.00 元'); // half a kilometre more at 10,000
});

test('a_filter_hides_rows', async () => {
  await page.choose('类别', '县道');
  await page.sees('显示 3 / 8 行');
  await page.choose('类别', '全部等级');
  await page.sees('共 8 行');
});

test('the_exported_budget_is_that_of_the_exported_files', async () => {
  await page.press('导出');
  await page.press('预算工作簿');
  await page.sees('已导出预算工作簿');
  const isThere = () => readdirSync(served.folder).find((name) => name.endsWith('.xlsx'));
  while (!isThere()) await new Promise((done) => setTimeout(done, 50));
  const folder = join(served.folder, 'exported');
  served.run('record', 'export', folder, '--budget', '--data', served.record);
  assert.equal(differingParts(join(served.folder, isThere()), join(folder, '预算.xlsx')), '');
});

test('the_console_has_no_complaint', async () => {
  if (process.env.YL_PICTURE) await page.picture(process.env.YL_PICTURE);
  await page.close();
  await served.stop();
  assert.deepEqual(page.complaints, []);
  assert.equal(existsSync(served.folder), false);
});
