import { generateKeyPairSync, sign } from 'node:crypto';

const der = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  const { length } = body;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};

const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content);
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
/** Object identifiers, encoded (X.690, 8.19): ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints. */
const ID = {
  signature: bytes('06082a8648ce3d040302'),
  name: bytes('0603550403'),
  alternative: bytes('0603551d11'),
  constraints: bytes('0603551d13'),
} as const;
const TRUE = bytes('0101ff');

/** `YYMMDDHHMMSSZ`, as certificates write times until 2049. */
const timeOf = (at: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

const pem = (kind: string, content: Uint8Array): string =>
  `-----BEGIN ${kind}-----\n${Buffer.from(content).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${kind}-----\n`;

/**
 * A certificate for 127.0.0.1 that signs itself, with its key, valid for a day: what a mail server has that nobody
 * vouches for. Both in PEM; new ones at each call. RFC 5280.
 */
export const selfSigned = (now: number): { readonly key: string; readonly cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(ID.signature);
  const name = sequence(der(0x31, sequence(ID.name, der(0x0c, Buffer.from('127.0.0.1')))));
  const extensions = sequence(
    sequence(ID.constraints, TRUE, der(0x04, sequence(TRUE))),
    sequence(ID.alternative, der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1]))))),
  );
  const body = sequence(
    der(0xa0, bytes('020102')),
    der(0x02, bytes('01')),
    algorithm,
    name,
    sequence(timeOf(now - 3_600_000), timeOf(now + 86_400_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', sequence(body, algorithm, signature)),
  };
};
