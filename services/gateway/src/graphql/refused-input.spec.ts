import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { smallGateway, type SmallGateway } from '../testing/small-gateway.js';

describe.each([
  ['in one process', false],
  ['in processes of their own', true],
])('invalid input of a mutation, services %s', (_, forwarded) => {
  let gateway: SmallGateway;
  beforeAll(async () => {
    gateway = await smallGateway({}, { forwarded });
  });
  afterAll(() => gateway.application.close());

  const key = '7d3f3c2e-5b58-4f0e-9df0-1c5a2f6f9a01';
  const sending = (text: string, district = 'aldan') => ({ variables: { input: { district, key, text } } });
  const send = (refusal: string, more = '') =>
    `mutation ($input: SendInput!) { send(input: $input) { __typename ${refusal} } } ${more}`;
  const aware = send('...R', 'fragment R on Refusal { code message path faults { code message path reason } }');

  it('is a refusal to a document that selects faults, interpreted and compiled', async () => {
    const fault = { code: 'TEXT_EMPTY', message: 'Заполните это поле.', path: ['input', 'text'] };
    for (let turn = 0; turn < 3; turn += 1)
      expect((await gateway.ask(aware, sending('  '))).body).toEqual({
        data: { send: { __typename: 'Refusal', ...fault, faults: [{ ...fault, reason: null }] } },
      });
  });

  it('is a top-level error to any other document, as in 0.1.0', async () => {
    const { body } = await gateway.ask(send('... on Refusal { code message path }'), sending('  '));
    expect(body).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'TEXT_EMPTY', path: 'input.text' } }],
    });
  });

  it('leaves to the errors what is no refusal: another district, a value of another type', async () => {
    const codes = async (options: Parameters<SmallGateway['ask']>[1]) =>
      (await gateway.ask(aware, options)).body.errors?.map(({ extensions }) => extensions['code']);
    expect(await codes(sending('Яма', 'atlantis'))).toEqual(['NOT_FOUND']);
    expect(await codes({ variables: { input: 7 } })).toEqual(['BAD_INPUT']);
  });

  it('gives a refusal of the rules its faults, too', async () => {
    const { body } = await gateway.ask(aware, sending('spam'));
    expect(body.data?.['send']).toMatchObject({
      code: 'APPEAL_STATE_FORBIDS',
      path: [],
      faults: [{ code: 'APPEAL_STATE_FORBIDS', path: [] }],
    });
  });
});
