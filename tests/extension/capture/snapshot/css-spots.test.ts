import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cssSpots } from '../../../../extension/capture/snapshot/css-spots.ts';

const faces = [{ family: '"Used Font"', status: 'loaded' }];
class Document {
  get fonts() {
    return [...faces, { family: 'Idle', status: 'unloaded' }];
  }
}
beforeEach(() => {
  vi.stubGlobal('Document', Document);
  vi.stubGlobal('document', new Document());
});
afterEach(() => void vi.unstubAllGlobals());

const found = (css: string) =>
  cssSpots(css).map((spot) => [spot.kind, 'url' in spot ? spot.url : '', css.slice(spot.start, spot.end)]);

describe('addresses in a style sheet', () => {
  it.each<[string, string, [string, string, string][]]>([
    ['bare', 'a{background:url(x.png)}', [['image', 'x.png', 'url(x.png)']]],
    ['quoted', `a{background:url( "x y.png" )}`, [['image', 'x y.png', 'url( "x y.png" )']]],
    ['escaped', 'a{background:url("x\\"y.png")}', [['image', 'x"y.png', 'url("x\\"y.png")']]],
    ['in capitals', 'a{background:URL(x.png)}', [['image', 'x.png', 'URL(x.png)']]],
    ['in a variable', ':root{--logo:url(x.png)}', [['image', 'x.png', 'url(x.png)']]],
    [
      'two in one',
      'a{background:url(a.png),url(b.png)}',
      [
        ['image', 'a.png', 'url(a.png)'],
        ['image', 'b.png', 'url(b.png)'],
      ],
    ],
    [
      'strings of a set of pictures, but not their types',
      'a{background:image-set("a.png" type("image/png") 1x, url(b.png) 2x);content:"c.png"}',
      [
        ['image', 'a.png', '"a.png"'],
        ['image', 'b.png', 'url(b.png)'],
      ],
    ],
    ['in a comment', '/* url(x.png) */', []],
    ['in a string', 'a{content:"url(x.png)"}', []],
    ['of a name space', '@namespace svg url(http://www.w3.org/2000/svg);', []],
    ['imported as a string', '@import "x.css" layer(a) print;', [['import', 'x.css', '"x.css"']]],
    ['imported as an address', '@import url(x.css) screen;', [['import', 'x.css', 'url(x.css)']]],
    ['in a rule that is not closed', 'a{background:url(x.png', [['image', 'x.png', 'url(x.png']]],
  ])('%s', (_name, css, spots) => {
    expect(found(css)).toEqual(spots);
  });

  it(':defined, but not as a pseudo-element or a name', () => {
    expect(found('a:not(:defined){} b::defined{} .defined{}')).toEqual([['defined', '', ':defined']]);
  });
});

it('finds :target, but not its relatives', () => {
  expect(found('a:target{} b:target-within{} c::target-text{}')).toEqual([['target', '', ':target']]);
});

describe('a font', () => {
  it.each<[string, string, [string, string][]]>([
    [
      'comes from the first source that browsers read',
      '@font-face{font-family:"Used Font";src:url(a.eot);src:url("a.eot?#iefix") format("embedded-opentype"),url(a.woff2),url(a.ttf)}',
      [
        ['unused-font', 'a.eot'],
        ['unused-font', 'a.eot?#iefix'],
        ['font', 'a.woff2'],
        ['unused-font', 'a.ttf'],
      ],
    ],
    ['no letter is set in is left', '@font-face{font-family:Idle;src:url(b.woff2)}', [['unused-font', 'b.woff2']]],
    ['the page did not name yet is taken', '@font-face{src:url(c.woff2);font-family:New}', [['font', 'c.woff2']]],
  ])('%s', (_name, css, spots) => {
    expect(found(`${css} a{color:red}`).map(([kind, url]) => [kind, url])).toEqual(spots);
  });
});
