declare module 'hoodiecrow-imap' {
  /** A real IMAP server in memory, for tests. */
  export default function hoodiecrow(options: object): {
    listen(port: number, ready: () => void): void;
    close(): void;
  };
}
