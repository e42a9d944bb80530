/*
 * Run inside a page: what axe does not see. Each check answers what it found, as `what is wrong: element`.
 */
const nameOf = (element) => {
  const id = element.id && `#${element.id}`;
  const classes = [...element.classList].map((one) => `.${one}`).join('');
  return `${element.tagName.toLowerCase()}${id}${classes}`;
};

/** A table that says that it is wider than the page (a named group that takes the focus), a strip of links, a text. */
const MAY_SCROLL = '[role=group][aria-label][tabindex="0"], nav, textarea, select';
/** Browsers cut what is typed into them; a picture has no words. */
const MAY_CUT = 'input, svg, svg *, .unseen';

function sidewaysOf(element) {
  if (element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) return [];
  const { overflowX, textOverflow } = getComputedStyle(element);
  if (/auto|scroll/.test(overflowX)) return element.matches(MAY_SCROLL) ? [] : [`sideways: ${nameOf(element)}`];
  const isCut = /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && !element.matches(MAY_CUT);
  return isCut ? [`cut off: ${nameOf(element)}`] : [];
}

/** What has to be scrolled sideways, and text that is cut off without an ellipsis. */
function sideways() {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  const page = scrollWidth > clientWidth ? [`sideways: the page is ${scrollWidth} px wide`] : [];
  return [...page, ...[...document.querySelectorAll('body *')].flatMap(sidewaysOf)];
}

/** More than one filled button where something is to be done: it is the next step. */
function filled() {
  const place = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  const found = [...place.querySelectorAll('.d-button.is-main, .button.main')].filter((one) => one.checkVisibility());
  return found.length > 1 ? found.map((one) => `one of several filled buttons: «${one.textContent.trim()}»`) : [];
}

const STOPS =
  'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, [tabindex="0"]';

const hasRing = ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;

/** The place whose ring shows the focus: a label shows that of its hidden control. */
function shownAt(stop) {
  if (stop.offsetWidth > 1) return stop;
  return [...(stop.labels ?? [])].find((label) => hasRing(getComputedStyle(label))) ?? stop;
}

function focusOf(stop) {
  stop.focus();
  if (document.activeElement !== stop) return [];
  const place = shownAt(stop);
  const around = place.closest('.d-field, tr');
  const styles = [
    getComputedStyle(place),
    getComputedStyle(place, '::after'),
    ...(around ? [getComputedStyle(around)] : []),
  ];
  const name = `${nameOf(stop)} «${(stop.getAttribute('aria-label') ?? stop.textContent).trim().slice(0, 40)}»`;
  const unseen = styles.some(hasRing) ? [] : [`focus is not seen: ${name}`];
  const { left, top, width, height } = place.getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  const isCovered =
    above &&
    !place.contains(above) &&
    !above.contains(place) &&
    ![...(stop.labels ?? [])].some((label) => label.contains(above));
  return isCovered ? [...unseen, `focus is under ${nameOf(above)}: ${name}`] : unseen;
}

/** Each stop of Tab shows that it has the focus, and its middle is under nothing else. */
function focus() {
  const before = document.activeElement;
  const modal = document.querySelector(':modal') ?? document;
  const found = [...modal.querySelectorAll(STOPS)]
    .filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }))
    .flatMap(focusOf);
  before?.focus();
  return found;
}

globalThis.pageChecks = { sideways, filled, focus };
