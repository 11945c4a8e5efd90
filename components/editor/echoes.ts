/**
 * Tells a text that comes back because it was typed here from one that was changed elsewhere. A store may give texts
 * back a moment late; taking a late echo for a change would undo the latest keystroke.
 */
export class Echoes {
  private sent: string[] = [];

  /** This text was handed out. */
  add(text: string): void {
    this.sent.push(text);
  }

  /** Whether this text is one that was handed out and has not come back yet; those before it count as come back. */
  takes(text: string): boolean {
    const index = this.sent.indexOf(text);
    if (index < 0) {
      this.sent = [];
      return false;
    }
    this.sent.splice(0, index + 1);
    return true;
  }
}
