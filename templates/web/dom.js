// Elements, made with text and never with markup.

export const find = (id) => document.getElementById(id);

// @attributes: properties of the element, "aria-…", "role" and "data-…" as attributes, "on" listeners.
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const key of Object.keys(attributes || {})) {
    const value = attributes[key];
    if (key === 'on') for (const type of Object.keys(value)) element.addEventListener(type, value[type]);
    else if (/^(aria-|data-|role$)/.test(key)) element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

export function fill(element, ...children) {
  element.textContent = '';
  element.append(...children);
}

export const button = (text, act, more) => make('button', { type: 'button', on: { click: act }, ...more }, text);
