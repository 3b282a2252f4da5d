import { useEffect, useRef, useState } from 'react';

/**
 * Which item of the agenda is current, shared by the windows of this device: what the chair turns, the projector
 * shows. A window that opens later asks the others where they are.
 */
export const useCurrentItem = (meeting: string): readonly [number, (at: number) => void] => {
  const [at, setAt] = useState(0);
  const current = useRef(0);
  const channel = useRef<BroadcastChannel | undefined>(undefined);
  useEffect(() => {
    const made = new BroadcastChannel(`tablee-meeting-${meeting}`);
    channel.current = made;
    made.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'where') made.postMessage(current.current);
      if (typeof data !== 'number') return;
      current.current = data;
      setAt(data);
    };
    made.postMessage('where');
    return () => made.close();
  }, [meeting]);
  const turn = (next: number): void => {
    current.current = next;
    setAt(next);
    channel.current?.postMessage(next);
  };
  return [at, turn];
};
