import { Component, type ReactNode } from 'react';
import { currentLocale } from '../locale/locale.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { EmptyState } from '../ui/state-line.tsx';

interface CrashState {
  readonly failed: boolean;
}

/** Shows that a page stopped and that nothing written was lost; the rest of the app goes on. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { failed: false };

  static getDerivedStateFromError(): CrashState {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { t } = currentLocale();
    return (
      <EmptyState
        action={
          <ActionButton onPress={() => this.setState({ failed: false })}>{t('shell.crash.act')}</ActionButton>
        }
      >
        {t('shell.crash')}
      </EmptyState>
    );
  }
}
