import { defineText } from '../../lib/text/define-text.js';

/** Of the seal of the trail: its state, its mark on paper, its verification. */
export const sealText = defineText(
  {
    faultAt: (id: string) => `Dòng ${id}`,
    entries: 'Số dòng',
    sealedCount: 'Đã niêm phong',
    unsealedCount: 'Chưa niêm phong',
    oldest: (wait: string) => `lâu nhất ${wait}`,
    lastAnchor: 'Neo gần nhất',
    noAnchor: 'Chưa có',
    sealHelp:
      'Mỗi dòng được nối vào chuỗi niêm phong bằng khóa riêng của máy chủ; sửa hay xóa một dòng sẽ làm gãy chuỗi.',
    anchorHelp:
      'Dấu của chuỗi được đưa ra ngoài cơ sở dữ liệu, để cả khi mất khóa vẫn đối chiếu được.',
    anchorOf: (day: string, n: string) => `ngày ${day}, sau ${n} dòng`,
    anchorTitle: 'Dấu neo hôm nay',
    print: 'In',
    paperTitle: 'Dấu neo của nhật ký',
    paperAbout:
      'Ký, cất ở nơi người quản trị máy chủ không lấy được. Khi kiểm tra chuỗi, gõ lại dòng trên.',
    printedBy: 'Người in (ký, ghi rõ họ tên)',
    witnessedBy: 'Người chứng kiến (ký, ghi rõ họ tên)',
    verifyTitle: 'Kiểm tra chuỗi niêm phong',
    verifyAbout:
      'Máy chủ đọc lại toàn bộ nhật ký và đối chiếu từng niêm phong, cả với dấu để ngoài cơ sở dữ liệu.',
    paper: 'Dấu neo trên giấy (nếu có)',
    paperHint: '120:3fa1 09bc 77d2 …',
    start: 'Kiểm tra',
    intact: 'Nhật ký nguyên vẹn',
    intactAbout: (sealed: string, unsealed: string, compared: string) =>
      `${sealed} dòng đã niêm phong đều khớp; ${unsealed} dòng mới chưa niêm phong; đã đối chiếu với ${compared} dấu bên ngoài.`,
    broken: (n: string) => `Nhật ký có ${n} chỗ không khớp`,
    brokenAbout: 'Giữ nguyên máy chủ, báo người phụ trách an toàn thông tin.',
    'sealer.off': 'Máy chủ này không niêm phong.',
    'sealer.other-key': 'Khóa niêm phong không khớp với chuỗi; nhật ký mới chưa được niêm phong.',
    'sealer.failing': 'Việc niêm phong đang gặp lỗi; báo quản trị viên.',
  },
  {
    faultAt: (id: string) => `Entry ${id}`,
    entries: 'Entries',
    sealedCount: 'Sealed',
    unsealedCount: 'Not sealed yet',
    oldest: (wait: string) => `oldest ${wait}`,
    lastAnchor: 'Last anchor',
    noAnchor: 'None yet',
    sealHelp:
      'Each entry is chained to the one before by a key of the server; changing or deleting one breaks the chain.',
    anchorHelp:
      'A mark of the chain kept outside the database, to compare with even if the key is lost.',
    anchorOf: (day: string, n: string) => `of ${day}, after ${n} entries`,
    anchorTitle: 'Anchor of today',
    print: 'Print',
    paperTitle: 'Anchor of the trail',
    paperAbout:
      'Sign it and keep it where who runs the server cannot take it. Type the line above when the chain is verified.',
    printedBy: 'Printed by (name and signature)',
    witnessedBy: 'Witnessed by (name and signature)',
    verifyTitle: 'Verify the chain of seals',
    verifyAbout:
      'The server reads the whole trail again and compares every seal, also with the marks kept outside the database.',
    paper: 'Anchor on paper (if there is one)',
    paperHint: '120:3fa1 09bc 77d2 …',
    start: 'Verify',
    intact: 'The trail is intact',
    intactAbout: (sealed: string, unsealed: string, compared: string) =>
      `All ${sealed} sealed entries agree; ${unsealed} new ones are not sealed yet; compared with ${compared} marks outside.`,
    broken: (n: string) => `The trail disagrees in ${n} places`,
    brokenAbout: 'Leave the server as it is and tell whoever answers for information security.',
    'sealer.off': 'This server does not seal.',
    'sealer.other-key': 'The key does not fit the chain; new entries are not sealed.',
    'sealer.failing': 'Sealing fails; tell the administrator.',
  },
);
