/** The tokens of app/globals.css that Monaco needs as numbers; editor-colors.test.ts keeps them alike. */
export interface EditorColors {
  readonly surface: string;
  readonly sunken: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly control: string;
  readonly accent: string;
  readonly key: string;
  readonly string: string;
  readonly literal: string;
  readonly punctuation: string;
}

export const EDITOR_COLORS: Readonly<Record<'light' | 'dark', EditorColors>> = {
  light: {
    surface: '#ffffff',
    sunken: '#f1f2f6',
    text: '#1b1f29',
    muted: '#595d69',
    line: '#dddfe5',
    control: '#848996',
    accent: '#3e4dc8',
    key: '#294c91',
    string: '#1d4e60',
    literal: '#4b3aa2',
    punctuation: '#515561',
  },
  dark: {
    surface: '#181b22',
    sunken: '#21242c',
    text: '#e6e8ed',
    muted: '#a1a4ae',
    line: '#30343e',
    control: '#6b707d',
    accent: '#9cabfa',
    key: '#a3c2f9',
    string: '#a2d4e1',
    literal: '#c0baff',
    punctuation: '#adb1bb',
  },
};
