// RSABSSA-SHA384-PSS-Randomized of RFC 9474, the voter's side, as `vloot/urn/engine/voter.py` does it. Constant time is the signer's need,
// not the voter's: nobody times a browser that keeps its own secret.
const HASH = 48;
const SALT = 48;
const PREFIX = 32;
const PSS = { name: "RSA-PSS", hash: "SHA-384" };

export const draw = (length) => crypto.getRandomValues(new Uint8Array(length));
export const hex = (octets) => Array.from(octets, (one) => one.toString(16).padStart(2, "0")).join("");
export const unhex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
export const text = (octets) => btoa(String.fromCharCode(...octets)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
export const octets = (base64) => Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
export const number = (some) => BigInt(`0x${hex(some) || "0"}`);
export const written = (value, length) => unhex(value.toString(16).padStart(2 * length, "0"));

const digest = async (name, some) => new Uint8Array(await crypto.subtle.digest(name, some));
export const sha256 = (some) => digest("SHA-256", some);
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

// A public key from its DER (SubjectPublicKeyInfo).
export async function readKey(der) {
  return known(await crypto.subtle.importKey("spki", der, PSS, true, ["verify"]));
}

export async function known(checker) {
  const said = await crypto.subtle.exportKey("jwk", checker);
  const n = number(octets(said.n));
  const bits = n.toString(2).length;
  return { n, e: number(octets(said.e)), bits, length: Math.ceil(bits / 8), checker };
}

// Section 4.1: chance before the message.
export const prepare = (message) => joined(draw(PREFIX), message);

// Section 4.2. `salt` and `factor` are chance unless given.
export async function blind(key, prepared, { salt = draw(SALT), factor = below(key.n) } = {}) {
  const encoded = number(await encode(prepared, key.bits - 1, salt));
  inverse(encoded, key.n);
  return { message: written((encoded * power(factor, key.e, key.n)) % key.n, key.length), inverse: inverse(factor, key.n) };
}

// Section 4.4. Throws when what comes out is not the key's signature.
export async function finish(key, prepared, signed, back) {
  if (signed.length !== key.length) throw new Error("a signature is as long as the key");
  const signature = written((number(signed) * back) % key.n, key.length);
  if (!(await crypto.subtle.verify({ name: "RSA-PSS", saltLength: SALT }, key.checker, signature, prepared))) throw new Error("this is not the key's signature");
  return signature;
}

// EMSA-PSS of SHA-384 (RFC 8017, section 9.1.1), `bits` long at most.
async function encode(message, bits, salt) {
  const length = Math.ceil(bits / 8);
  const mark = await digest("SHA-384", joined(new Uint8Array(8), await digest("SHA-384", message), salt));
  const block = joined(new Uint8Array(length - SALT - HASH - 2), [1], salt);
  const mask = await generated(mark, block.length);
  const masked = block.map((one, place) => one ^ mask[place]);
  masked[0] &= 0xff >> (8 * length - bits);
  return joined(masked, mark, [0xbc]);
}

// MGF1 (RFC 8017, appendix B.2.1).
async function generated(seed, length) {
  const blocks = [];
  for (let count = 0; count * HASH < length; count += 1) blocks.push(await digest("SHA-384", joined(seed, [0, 0, 0, count])));
  return joined(...blocks).slice(0, length);
}

function below(n) {
  const length = Math.ceil(n.toString(2).length / 8);
  for (;;) {
    const drawn = number(draw(length));
    if (drawn > 0n && drawn < n) return drawn;
  }
}

function power(base, exponent, n) {
  let found = 1n;
  for (let left = exponent, square = base % n; left > 0n; left >>= 1n, square = (square * square) % n) if (left & 1n) found = (found * square) % n;
  return found;
}

function inverse(value, n) {
  let [a, b, x, y] = [value % n, n, 1n, 0n];
  while (b) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  if (a !== 1n) throw new Error("this shares a prime with the key");
  return ((x % n) + n) % n;
}

// Six words by which people know a key again, as `vloot/urn/engine/spelling.py` spells them.
const CONSONANTS = "bdfghjklmnprstvz";
const VOWELS = "aiou";
export async function fingerprint(der) {
  const mark = await sha256(der);
  const word = (n) => CONSONANTS[n >> 12] + VOWELS[(n >> 10) & 3] + CONSONANTS[(n >> 6) & 15] + VOWELS[(n >> 4) & 3] + CONSONANTS[n & 15];
  return [0, 2, 4, 6, 8, 10].map((place) => word((mark[place] << 8) | mark[place + 1])).join(" ");
}
