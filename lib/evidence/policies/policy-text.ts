// A policy inside a string of an answer.

/** The policy's text: as it is, percent-encoded (IAM's wire format), or escaped once or twice more (API Gateway). */
export function policyTextIn(value: string): string | undefined {
  let text = /^\s{0,200}%(?:7B|22)/i.test(value) ? decodedPercents(value) : value;
  for (let level = 0; level < 3 && text !== undefined; level++) {
    if (/^\s{0,200}"/.test(text)) text = parsedString(text);
    else if (/^\s{0,200}\{\s{0,200}\\/.test(text)) text = unescaped(text);
    else break;
  }
  return text !== undefined && /^\s{0,200}\{/.test(text) && /"Statement"\s{0,200}:/.test(text) ? text : undefined;
}

/** A text with its percent escapes undone; `undefined` where they are no UTF-8. */
export function decodedPercents(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', '%20'));
  } catch {
    return undefined;
  }
}

function parsedString(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(?:(["\\/])|([nrt]))/g, (_all, sign?: string) => sign ?? ' ');
}
