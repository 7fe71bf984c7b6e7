// A clerk's way from an empty record to an exported budget, by what stands on the page: names and texts.
import assert from 'node:assert/strict';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { Desk } from './browser.mjs';
import { contrastOf } from './contrast.mjs';
import { differingParts } from './served.mjs';

const desk = new Desk();
const page = await desk.open('371502', '2021');
const cdp = await desk.context.newCDPSession(page);

const keys = async (...names) => {
  for (const name of names) await page.keyboard.press(name);
};
const saved = async () => {
  await page.getByText(/^(保存中|未保存)/).waitFor({ state: 'detached' });
  await page.getByText(/^已保存 /).waitFor();
};
const sees = (text) => page.getByText(text).first().waitFor();
// A figure of the strip, as its button is called.
const figure = (title, text) => page.getByRole('button', { name: new RegExp(`^${title} ?${text.replace(/[.]/g, '\\.')}( |$)`) }).waitFor();
const cell = (name) => page.getByRole('textbox', { name, exact: true });
const typed = async (name) => cell(name).inputValue();
const copy = (text) => page.evaluate((one) => navigator.clipboard.writeText(one), text);
const copied = () => page.evaluate(() => navigator.clipboard.readText());

// The texts of cells from the active one to the right, then Enter.
const typeRow = async (texts) => {
  for (let i = 0; i < texts.length; i++) {
    if (texts[i] !== '') await page.keyboard.type(texts[i]);
    await page.keyboard.press(i + 1 < texts.length ? 'Tab' : 'Enter');
  }
};

test('twenty_roads_are_typed_by_keyboard_and_the_money_stands_beside_them', async () => {
  for (let i = 1; i <= 20; i++)
    await typeRow([`X${String(i).padStart(3, '0')}371502`, `第${i}线`, '县道', '沙镇镇', '', '', '0', '1.000', '1.000']);
  await saved();
  await sees('共 20 行');
  await figure('县道计入里程', '20.000 公里');
  await figure('日常养护标准总额', '200,000.00 元'); // 20 km at 10,000 yuan
});

// What an input method does: keys are its own (229), the text is composed, and Enter may confirm it.
const compose = async (...texts) => {
  for (const text of texts) {
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
};

test('a_township_is_composed_from_its_first_letter_and_enter_confirms_it_in_the_cell', async () => {
  await keys('Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  assert.equal(await typed('乡镇'), '沙镇镇');
  await compose('l', 'li', "li's", "li'shui");
  assert.equal(await typed('乡镇'), "li'shui");
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
  await cdp.send('Input.insertText', { text: '梁水镇' });
  assert.equal(await typed('乡镇'), '梁水镇');
  await keys('Enter');
  assert.equal(await typed('乡镇'), '沙镇镇'); // of the row below
  await keys('ArrowUp');
  assert.equal(await typed('乡镇'), '梁水镇');
  await saved();
});

// What stands on the page now can be read by weak eyes.
const standsOut = async (nAtLeast) => {
  const { n, faint } = await contrastOf(page);
  assert.deepEqual(faint, []);
  assert.ok(n >= nAtLeast, String(n));
};

// A road list as another office sends it, its lengths under a head that nobody knows: the first road is half
// a kilometre longer, the twentieth is missing, a twenty-first is new.
const LIST = [
  '路线编码,路线名称,类别,起点桩号,止点桩号,丈量结果',
  'X001371502,第1线,县道,0,1.500,1.500',
  ...Array.from({ length: 18 }, (_, i) => `X${String(i + 2).padStart(3, '0')}371502,第${i + 2}线,县道,0,1.000,1.000`),
  'X021371502,第21线,县道,0,2.000,2.000',
].join('\r\n');
const fileOf = (name, text) => {
  const file = join(desk.served.folder, name);
  writeFileSync(file, text);
  return file;
};
const choose = async (file) => {
  const coming = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await (await coming).setFiles(file);
};

test('a_road_list_is_looked_at_mended_imported_and_taken_back_by_one_undo', async () => {
  await choose(fileOf('交通局台账.csv', LIST));
  const dialog = page.getByRole('dialog', { name: '导入“交通局台账.csv”' });
  await dialog.getByText('请先选择').waitFor();
  assert.equal(await dialog.getByRole('button', { name: '导入' }).isDisabled(), true);
  await dialog.getByRole('combobox', { name: '丈量结果 作为' }).selectOption('里程');
  await dialog.getByText('已改').waitFor();
  // 20 rows: one new of 2 km, one of 1.5 km that was 1 km, one that is missing, 18 as they were.
  await dialog.getByRole('row', { name: /里程台账.* 20 行 1 行 2\.000 公里 20,000\.00 元 1 行 1\.000 → 1\.500 公里 10,000\.00 → 15,000\.00 元 1 行 1\.000 公里 10,000\.00 元 18 行/ }).waitFor();
  await dialog.getByRole('row', { name: /改动 X001371502 第1线 .* 1\.000 → 1\.500 10,000\.00 → 15,000\.00 .*里程 1\.000 → 1\.500/ }).waitFor();
  await dialog.getByRole('radio', { name: '删除' }).check();
  await dialog.getByRole('row', { name: '日常养护标准总额（元） 200,000.00 215,000.00 +15,000.00' }).waitFor();
  await standsOut(150);
  await figure('日常养护标准总额', '200,000.00 元'); // nothing is kept yet
  await dialog.getByRole('button', { name: '导入' }).click();
  await sees('已导入“交通局台账.csv”：里程台账 新增 1 行、改动 1 行、删除 1 行');
  await sees('第21线');
  await figure('日常养护标准总额', '215,000.00 元');
  await keys('Control+z');
  await sees('已撤销：导入“交通局台账.csv”');
  await saved();
  await figure('日常养护标准总额', '200,000.00 元');
  await sees('第20线');
  await keys('Control+y');
  await sees('已重做：导入“交通局台账.csv”');
  await figure('日常养护标准总额', '215,000.00 元');
  await keys('Control+z');
  await figure('日常养护标准总额', '200,000.00 元');
  await sees('共 20 行');
});

test('a_file_let_go_over_the_page_keeps_rows_that_it_lacks_and_is_given_up_by_escape', async () => {
  const files = await page.evaluateHandle((text) => {
    const held = new DataTransfer();
    held.items.add(new File([text], '拖来的.csv'));
    return held;
  }, LIST.replace('丈量结果', '里程'));
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
  const dialog = page.getByRole('dialog', { name: '导入“拖来的.csv”' });
  await dialog.getByRole('radio', { name: '保留' }).check();
  await dialog.getByRole('row', { name: '日常养护标准总额（元） 200,000.00 225,000.00 +25,000.00' }).waitFor();
  await keys('Escape');
  await dialog.waitFor({ state: 'detached' });
  await keys('Control+Home'); // the grid has the keys again
  assert.equal(await typed('路线编码'), 'X001371502');
  await sees('共 20 行');
  await figure('日常养护标准总额', '200,000.00 元');
});

test('what_cannot_be_read_and_what_is_too_large_says_so', async () => {
  await choose(fileOf('坏的.xlsx', 'PK\u0003\u0004 no workbook'));
  const dialog = page.getByRole('dialog', { name: '导入“坏的.xlsx”' });
  await dialog.getByRole('alert').getByText(/^没有导入：.*[\u4e00-\u9fff]/).waitFor();
  await keys('Enter'); // 关闭
  const large = fileOf('大的.csv', '');
  truncateSync(large, 64 * 1024 * 1024 + 1);
  await choose(large);
  await page.getByText('文件有 65 MiB，一次最多导入 64 MiB').waitFor();
  await keys('Enter');
  await sees('共 20 行');
  desk.complaints = desk.complaints.filter((text) => !/4\d\d/.test(text));
});

test('five_hundred_rows_are_looked_at_pasted_as_one_step_undone_and_redone', async () => {
  const line = (i) =>
    [`C${String(i).padStart(3, '0')}371502`, `"第""${i}""号\n支线"`, '村道', '沙镇镇', '', '', '0', '１．０００', '１．０００'].join('\t');
  await copy(`${Array.from({ length: 500 }, (_, i) => line(i + 1)).join('\r\n')}\r\n`);
  await keys('Control+End', 'ArrowDown', 'Home', 'Control+v');
  const dialog = page.getByRole('dialog', { name: '粘贴 500 行到“里程台账”' });
  await dialog.getByRole('row', { name: /里程台账 20 行 500 行 500\.000 公里 1,500,000\.00 元 0 行 20 行/ }).waitFor();
  await dialog.getByText('另有').waitFor({ state: 'detached' });
  await keys('Enter'); // 粘贴
  await sees('已粘贴：里程台账 新增 500 行');
  await saved();
  await sees('共 520 行');
  await figure('村道计入里程', '500.000 公里');
  await figure('日常养护标准总额', '1,700,000.00 元'); // and 500 km at 3,000
  await keys('Control+z');
  await saved();
  await sees('共 20 行');
  await figure('日常养护标准总额', '200,000.00 元');
  await keys('Control+y');
  await saved();
  await sees('共 520 行');
  await figure('日常养护标准总额', '1,700,000.00 元');
});

test('a_pasted_cell_keeps_its_line_break_and_full_width_digits', async () => {
  await keys('Control+End', 'Home', 'ArrowRight', 'Control+c');
  assert.equal(await copied(), '"第""500""号\n支线"');
  for (let i = 0; i < 7; i++) await keys('ArrowRight');
  assert.equal(await typed('里程'), '１．０００');
});

test('a_fault_stands_in_the_list_when_its_row_is_left_and_is_mended_from_there', async () => {
  await keys('Control+Home');
  for (let i = 0; i < 8; i++) await keys('ArrowRight');
  await page.keyboard.type('1.5x');
  await keys('ArrowLeft');
  await saved();
  await page.getByText('1.5x”不是有效的数字').waitFor({ state: 'detached' });
  await keys('ArrowDown', 'ArrowDown');
  await page.getByRole('button', { name: /第 1 行 里程.*1\.5x”不是有效的数字/ }).click();
  assert.equal(await typed('里程'), '1.5x');
  await sees('里程“1.5x”不是有效的数字');
  await page.keyboard.type('1.500');
  await keys('Enter');
  await saved();
  await page.getByRole('button', { name: /不是有效的数字/ }).waitFor({ state: 'detached' });
  await figure('日常养护标准总额', '1,705,000.00 元'); // half a kilometre more at 10,000
});

test('every_text_stands_out_from_what_is_behind_it', async () => {
  await keys('Control+Home', 'F8'); // a fault with its note
  await page.getByText('导出', { exact: true }).click();
  await standsOut(200);
  await page.getByText('导出', { exact: true }).click();
  await page.getByRole('tab', { name: '单位信息' }).click();
  await standsOut(30);
  await page.getByRole('tab', { name: '里程台账' }).click();
  await keys('Control+Home', 'Shift+Control+ArrowDown');
  await standsOut(200);
  await keys('F1');
  await page.getByRole('dialog', { name: '键盘' }).waitFor();
  await standsOut(200);
  await keys('Escape');
  await cell('路线编码').focus();
});

test('a_filter_hides_rows_and_a_paste_leaves_them_alone', async () => {
  await page.getByRole('combobox', { name: '类别' }).selectOption('县道');
  await sees('显示 20 / 520 行');
  await page.getByRole('combobox', { name: '乡镇' }).selectOption('梁水镇');
  await sees('显示 1 / 520 行');
  await copy('甲线\r\n乙线');
  await page.getByText('第2线', { exact: true }).click();
  await keys('Control+v');
  await sees('已粘贴 2 行 × 1 列；新增 1 行；筛选隐藏的行没有改动');
  await saved();
  await page.getByRole('combobox', { name: '乡镇' }).selectOption('');
  await sees('显示 20 / 521 行');
  assert.equal(await typed('路线名称'), '甲线');
  await sees('第3线');
  await cell('路线名称').focus();
  await keys('Control+z');
  await saved();
  await sees('显示 20 / 520 行');
  await page.getByRole('combobox', { name: '类别' }).selectOption('');
  await sees('共 520 行');
});

test('a_range_is_drawn_across_the_columns_that_stay_and_its_kilometres_are_summed', async () => {
  await keys('Control+Home');
  const at = async (text, nth) => {
    const box = await page.getByText(text, { exact: true }).nth(nth).boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  await page.mouse.move(...(await at('第2线', 0)));
  await page.mouse.down();
  await page.mouse.move(...(await at('县道', 3)), { steps: 5 });
  await page.mouse.up();
  await sees(/^选中 \d+ 格/);
  const said = await page.getByText(/^选中 /).innerText();
  assert.ok(Number(/选中 (\d+) 格/.exec(said)[1]) >= 4, said);
  await keys('Control+Home');
  for (let i = 0; i < 8; i++) await keys('ArrowRight');
  await keys('Shift+ArrowDown');
  await sees('选中 2 格 · 合计 2.500 公里');
});

test('what_two_tabs_type_into_one_cell_is_shown_and_one_is_chosen', async () => {
  await keys('Control+Home', 'ArrowRight');
  await page.keyboard.type('这里的名');
  const other = await desk.openAnother();
  await other.keyboard.press('Tab');
  await other.keyboard.type('别处的名');
  await other.keyboard.press('ArrowDown');
  await other.getByText('别处的名').waitFor();
  await other.getByText(/^保存中/).waitFor({ state: 'detached' });
  await page.bringToFront();
  assert.equal(await typed('路线名称'), '这里的名'); // news does not type over it
  await keys('ArrowDown');
  const dialog = page.getByRole('dialog', { name: '同一格有两处改动' });
  await dialog.waitFor();
  for (const text of ['第1线', '这里的名', '别处的名']) await dialog.getByText(text, { exact: true }).waitFor();
  await dialog.getByRole('button', { name: '用我的' }).click();
  await saved();
  await other.getByText('这里的名').waitFor();
  await other.close();
  desk.complaints = desk.complaints.filter((text) => !/409/.test(text));
});

test('a_table_of_sources_is_taken_for_what_it_is_said_to_be', async () => {
  const heads = '资金名称,来源层级,用途,资金性质,种类,科目编码,文号,金额(元)';
  await choose(fileOf('资金.csv', `${heads}\r\n省级补助,省,日常养护,一般公共预算,上级补助,2140106,示例文〔2021〕1号,5000\r\n`));
  const dialog = page.getByRole('dialog', { name: '导入“资金.csv”' });
  await dialog.getByText('没有认出表头，一行也没有读').waitFor();
  assert.equal(await dialog.getByRole('button', { name: '导入' }).isDisabled(), true);
  await dialog.getByRole('combobox', { name: '文件是' }).selectOption('资金来源表');
  await dialog.getByRole('row', { name: /^资金来源 0 行 1 行 / }).waitFor();
  await dialog.getByRole('row', { name: '上级日常养护补助（元） 0.00 5,000.00 +5,000.00' }).waitFor();
  await keys('Escape');
  await dialog.waitFor({ state: 'detached' });
  await figure('上级日常养护补助', '0.00 元');
});

test('grants_are_entered_on_their_own_sheet', async () => {
  await page.getByRole('tab', { name: '资金来源' }).click();
  await typeRow(['省级补助', '省', '日常养护', '一般公共预算', '上级补助', '2140106', '示例文〔2021〕1号', '5000']);
  await saved();
  await figure('上级日常养护补助', '5,000.00 元');
  await figure('县级应补足的资金缺口', '1,700,000.00 元');
  await page.getByRole('tab', { name: '单位信息' }).click();
  await cell('监督电话').fill('0000-0000000');
  await cell('编制单位').fill('某区财政局');
  await keys('Tab');
  await saved();
});

test('each_figure_opens_how_it_follows', async () => {
  await page.getByRole('button', { name: /^日常养护标准总额/ }).click();
  await page.getByRole('dialog', { name: '日常养护标准总额' }).getByText('公路日常养护金额合计').waitFor();
  await keys('Escape');
});

test('the_exported_budget_is_that_of_the_exported_files', async () => {
  const coming = page.waitForEvent('download');
  await page.getByText('导出', { exact: true }).click();
  await page.getByRole('button', { name: '预算工作簿' }).click();
  const file = join(desk.served.folder, 'page.xlsx');
  await (await coming).saveAs(file);
  const folder = join(desk.served.folder, 'exported');
  desk.served.run('record', 'export', folder, '--budget', '--data', desk.served.record);
  assert.equal(differingParts(file, join(folder, '预算.xlsx')), '');
});

test('findings_and_a_backup_are_carried_away', async () => {
  const take = async (title) => {
    const coming = page.waitForEvent('download');
    await page.getByText('导出', { exact: true }).click();
    await page.getByRole('button', { name: title, exact: true }).click();
    const file = join(desk.served.folder, `带走-${title}`);
    await (await coming).saveAs(file);
    await sees(`已导出${title}`);
    return file;
  };
  assert.equal(readFileSync(await take('问题清单')).subarray(0, 2).toString(), 'PK'); // a workbook
  const verified = desk.served.run('record', 'verify', '--data', await take('记录备份'));
  assert.match(verified, /与表中内容逐格相同/);
});

test('the_page_loaded_again_shows_what_was_saved', async () => {
  await page.reload();
  await sees('共 520 行');
  await sees('这里的名');
});

test('the_console_has_no_complaint', async () => {
  await desk.close();
  assert.deepEqual(desk.complaints, []);
});
