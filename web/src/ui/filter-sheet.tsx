import { type ReactNode, useId, useRef } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionButton } from './action-button.tsx';
import css from './filter-sheet.module.css';
import { Icon } from './icon.tsx';

/** Props of {@link FilterSheet}. */
export interface FilterSheetProps {
  /** How many filters are on. */
  readonly active: number;
  /** How many rows the filters leave. */
  readonly results: number;
  readonly onClear: () => void;
  /** The fields of the filters. */
  readonly children: ReactNode;
}

/** Filters in a native popover: a sheet from below on a phone, from the side on a wide screen. */
export function FilterSheet({ active, results, onClear, children }: FilterSheetProps): ReactNode {
  const t = useText();
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const label = t('ui.filter.open', { n: active });
  return (
    <>
      <button type="button" className={css['open']} popoverTarget={id}>
        <Icon name="filter" />
        {label}
      </button>
      <div id={id} ref={sheet} popover="auto" className={css['sheet']} role="group" aria-label={label}>
        <form
          className={css['form']}
          onSubmit={(event) => {
            event.preventDefault();
            sheet.current?.hidePopover();
          }}
        >
          {children}
          <div className={css['actions']}>
            <ActionButton kind="primary" type="submit">
              {t('ui.filter.show', { n: results })}
            </ActionButton>
            {active > 0 && (
              <ActionButton kind="quiet" onPress={onClear}>
                {t('ui.filter.clear')}
              </ActionButton>
            )}
          </div>
        </form>
      </div>
    </>
  );
}
