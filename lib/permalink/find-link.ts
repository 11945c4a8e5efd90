// A link is `https://…/diagnose/#w=PAYLOAD`. Mail and chat programs wrap, quote, escape and decorate it.

/** What stands before the payload in a fragment. */
export const LINK_MARK = '#w=';

const IN_TEXT = /(?:\/diagnose\/?|^\s*)(?:#|%23)w(?:=|%3D)/i;
const AT_START = /^\s*(?:#|%23)?w(?:=|%3D)/i;

/** The link in a text, from its `#` on, with whatever follows it; `undefined` where the text holds none. */
export function findLink(text: string): string | undefined {
  const found = IN_TEXT.exec(text);
  return found ? `${LINK_MARK}${text.slice(found.index + found[0].length)}` : undefined;
}

/** The payload of a link, a fragment or a bare payload, without percent escapes; the codec skips what else does not belong. */
export function cleanPayload(text: string): string {
  const fragment = findLink(text) ?? text;
  return fragment.replace(AT_START, '').replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => {
    const unit = Number.parseInt(code, 16);
    // Bytes of invisible characters; the payload itself is ASCII.
    return unit < 0x80 ? String.fromCharCode(unit) : '';
  });
}
