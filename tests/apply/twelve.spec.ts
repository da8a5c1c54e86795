// From search to receipt, on a phone, with the real portal, for the twelve services that people
// file most; three of them by somebody who has a keyboard and no pointer.

import { Citizen } from '../harness/citizen.ts';
import { keyboard, pointer } from '../harness/hands.ts';
import { expect, test } from '../harness/test.ts';

const SERVICES = [
  { code: '1.001193', query: 'làm giấy khai sinh cho con', who: 'Nguyễn Mẫu An' },
  { code: '1.000894', query: 'đăng ký kết hôn', who: 'Trần Thử Bình' },
  { code: '1.004873', query: 'giấy xác nhận độc thân', who: 'Lê Giả Cừ', keys: true },
  { code: '2.000635', query: 'trích lục khai sinh', who: null, keys: true },
  { code: '1.000656', query: 'khai tử', who: 'Phạm Mẫu Dung' },
  { code: '1.004222', query: 'nhập hộ khẩu', who: 'Đỗ Mẫu Hoa' },
  { code: '1.004194', query: 'đăng ký tạm trú', who: 'Vàng Giả Giàng' },
  { code: '1.014064', query: 'mất căn cước', who: 'Võ Mẫu Minh', keys: true },
  { code: '1.001456', query: 'làm hộ chiếu', who: 'Phan Thử Nga' },
  { code: '3.000333', query: 'lý lịch tư pháp', who: 'Trần Thử Bình' },
  { code: '3.000348', query: 'cấp lại bằng lái xe bị mất', who: 'Lê Giả Cừ' },
  { code: '1.001612', query: 'đăng ký hộ kinh doanh', who: 'Hoàng Thử Em' },
];

for (const { code, query, who, keys = false } of SERVICES) {
  test(`${query}, from search to receipt${keys ? ', by keyboard alone' : ''}`, async ({ page, look, recorder }) => {
    // A copy that was on its way when the dossier was handed in finds its draft gone.
    recorder.expect(/^answer 404: .*\/drafts\//);
    // One answer about signing gets lost.
    recorder.expect(/^no answer .*\/signatures$/);
    // Some fifteen screens, each looked at twice.
    test.setTimeout(240_000);
    const citizen = new Citizen(page, look, keys ? keyboard(page) : pointer);
    await citizen.begin(query, code);
    if (who) await citizen.signIn(who);
    await look('the list of parts', { focus: who ? 'untouched' : 'heading' });
    await citizen.fillIn(code);
    await citizen.chooseDelivery();
    const dossier = await citizen.send();
    expect(dossier).toMatch(/^[A-Z]\d{2}(\.\d{2}){2,3}-\d{6}-\d{4,}$/);
    await citizen.pay(dossier);
    await citizen.receipt(dossier);
  });
}
