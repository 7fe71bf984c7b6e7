// The editor of a cell. It is open on the active cell all the time, so that an input method composes from
// its first letter. What stands there is selected: typing replaces it, and arrows still move to other cells;
// F2 or a double click goes into the text (isDeep), and then they move in it.

export class CellEditor {
  constructor(args) {
    this.column = args.column;
    this.isDeep = false;
    this.isComposing = false;
    this.input = document.createElement('input');
    this.input.autocomplete = 'off';
    this.input.spellcheck = false;
    this.input.className = 'cell';
    this.input.setAttribute('aria-label', args.column.name);
    this.input.addEventListener('compositionstart', () => (this.isComposing = true));
    this.input.addEventListener('compositionend', () => {
      this.isComposing = false;
      args.column.onComposed();
    });
    args.container.append(this.input);
    this.input.focus({ preventScroll: true });
  }

  destroy() {
    this.input.remove();
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  // What is being typed is not typed over by news.
  loadValue(row) {
    if (this.loaded !== undefined && (this.isComposing || this.isValueChanged())) return;
    this.show(row.cells[this.column.index]);
  }

  // A line break in a cell does not show in an input: what it made of the text is what is compared.
  show(text) {
    this.base = text;
    this.input.value = text;
    this.loaded = this.input.value;
    this.isDeep = false;
    this.input.select();
  }

  goInto() {
    this.isDeep = true;
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
  }

  type(text) {
    this.input.value = text;
  }

  serializeValue() {
    return this.input.value;
  }

  isValueChanged() {
    return this.input.value !== this.loaded;
  }

  // The text is on its way: it is what stands there now.
  settle() {
    this.base = this.input.value;
    this.loaded = this.input.value;
  }

  applyValue() {}

  validate() {
    return { valid: true, msg: null };
  }
}
