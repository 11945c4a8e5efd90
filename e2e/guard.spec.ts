// The guard in fixtures.ts is only worth something if it sees each kind of fault.
import { expect, type Guard, test } from './fixtures';

async function expectFault(guard: Guard, fault: RegExp): Promise<void> {
  await expect.poll(() => guard.faults.join('\n')).toMatch(fault);
  guard.allow(/./);
}

test.beforeEach(({ page }) => page.goto('/'));

test('sees a warning', async ({ page, guard }) => {
  await page.evaluate(() => console.warn('careful'));
  await expectFault(guard, /console warning: careful/);
});

test('sees an uncaught error', async ({ page, guard }) => {
  await page.evaluate(() => void Promise.reject(new Error('lost')));
  await expectFault(guard, /uncaught: lost/);
});

test('sees what the policy refuses', async ({ page, guard }) => {
  await page.evaluate(() => {
    document.body.append(Object.assign(new Image(), { src: 'https://example.com/a.png', alt: '' }));
  });
  await expectFault(guard, /policy violation: img-src/);
});

test('sees HTML that Trusted Types refuse', async ({ page, guard }) => {
  const written = page.evaluate(() => {
    document.body.innerHTML = '<b>no</b>';
  });
  await expect(written).rejects.toThrow('blocked HTML');
  guard.allow(/./);
});

test('sees a request to another host, also from a context of the test', async ({ browser, guard }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('http://elsewhere.invalid/').catch(() => undefined);
  await expectFault(guard, /request to another host: http:\/\/elsewhere\.invalid/);
  await context.close();
});

test('sees what the policy refuses in a frame', async ({ page, guard }) => {
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const image = frame.contentDocument?.createElement('img');
    if (image === undefined) throw new Error('no document in the frame');
    image.src = 'https://example.com/a.png';
    frame.contentDocument?.body.append(image);
  });
  await expectFault(guard, /policy violation: img-src/);
});
