// Texts on the page that stand out less from what is behind them than WCAG 2.1, 1.4.3 (AA) asks: 4.5, of large
// letters 3. Colours are those that the browser came to.

// Runs in the page.
function look() {
  const LARGE_PX = 24;
  const LARGE_BOLD_PX = 18.66;
  const parse = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => {
    const mix = (key) => top[key] * top.a + below[key] * (1 - top.a);
    return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 };
  };
  const isSeen = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden';
  const behind = (element) => {
    const colours = [];
    for (let one = element; one; one = one.parentElement) colours.unshift(parse(getComputedStyle(one).backgroundColor));
    return colours.reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
  };
  const luminance = ({ r, g, b }) => {
    const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const ownText = (one) =>
    /^(INPUT|SELECT)$/.test(one.tagName) ? one.value : [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('');
  const texts = [...document.querySelectorAll('body *')].filter((one) => isSeen(one) && !one.disabled && ownText(one).trim() !== '');
  const found = new Set();
  for (const one of texts) {
    const style = getComputedStyle(one);
    const ground = behind(one);
    const size = parseFloat(style.fontSize);
    const least = size >= LARGE_PX || (size >= LARGE_BOLD_PX && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const is = ratio(over(parse(style.color), ground), ground);
    if (is < least) found.add(`${ownText(one).trim().slice(0, 20)} (${one.tagName} ${one.className}): ${is.toFixed(2)}`);
  }
  return { n: texts.length, faint: [...found] };
}

// {n: how many texts were looked at, faint: those that are too faint}.
export const contrastOf = (page) => page.evaluate(look);
