import { say } from '../../base/language.js';

/** px of the PNG for each px of the drawing: sharp in print, and on a screen that is twice as sharp as others. */
const SCALE = 2;

/**
 * The only script of a report: beside each link to a chart's SVG it sets a button that saves the same as PNG. The browser draws it, for it has
 * the letters. Without it, as in a mail, the links to the SVG are all there is. It takes no text of the document.
 */
export const pngScript = (): string => `
for (const link of document.querySelectorAll('#charts a[download$=".svg"]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = ${JSON.stringify(say('下载此图（PNG）', 'Download this chart (PNG)'))};
  button.addEventListener('click', () => {
    const image = new Image();
    const fail = () => { button.textContent = ${JSON.stringify(say('此浏览器不能存为 PNG，请下载 SVG', 'This browser cannot save it as PNG: take the SVG'))}; button.disabled = true; };
    image.onerror = fail;
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth * ${SCALE};
      canvas.height = image.naturalHeight * ${SCALE};
      const context = canvas.getContext('2d');
      if (!context) return fail();
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      const save = document.createElement('a');
      save.download = link.download.replace(/svg$/, 'png');
      save.href = canvas.toDataURL('image/png');
      save.click();
    };
    image.src = link.href;
  });
  link.after('　', button);
}
`;
