import { say } from '../base/language.js';

/** Dots of a picture for each px of its drawing: sharp in print. */
const SCALE = 2;

/**
 * The script of a page with charts: beside each chart that can be taken away as SVG, a button that gives it as PNG, drawn by the browser.
 * Without scripts the page lacks those buttons and nothing else.
 */
export const pngScript = (): string => `
for (const link of document.querySelectorAll('a[download$=".svg"]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = ${JSON.stringify(say('下载此图（PNG）', 'Download this chart (PNG)'))};
  button.addEventListener('click', async () => {
    const picture = new Image();
    picture.src = link.href;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.naturalWidth * ${SCALE};
    canvas.height = picture.naturalHeight * ${SCALE};
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = document.createElement('a');
    made.href = canvas.toDataURL('image/png');
    made.download = link.download.replace(/svg$/, 'png');
    made.click();
  });
  link.after(' ', button);
}
`;
