'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Choice } from './choice';
import { chooseTheme, chosenTheme, subscribeToTheme, type ThemeChoice } from './theme';

const OPTIONS = [
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden className="size-4" /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden className="size-4" /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden className="size-4" /> },
] as const satisfies readonly { readonly value: ThemeChoice; readonly label: string; readonly icon: unknown }[];

export function ThemeSwitch() {
  const choice = useSyncExternalStore(subscribeToTheme, chosenTheme, () => 'system' as const);
  return <Choice<ThemeChoice> label="Theme" value={choice} onChange={chooseTheme} options={OPTIONS} />;
}
