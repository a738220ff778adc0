/** Words that names of a people are made of; a word listed oftener is commoner. */
export interface NamePattern {
  readonly families: readonly string[];
  readonly maleMiddles: readonly string[];
  readonly femaleMiddles: readonly string[];
  readonly male: readonly string[];
  readonly female: readonly string[];
}

const words = (text: string): string[] => text.split(' ');

export const KINH: NamePattern = {
  families: words(
    'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Vũ Đỗ Bùi Hoàng Đặng Ngô Đinh Phan Dương Hà Trịnh Đào Cao Mai',
  ),
  maleMiddles: words('Văn Văn Văn Đức Quang Xuân Ngọc Đình Mạnh Trọng Hữu Thanh Quốc Anh Hồng'),
  femaleMiddles: words('Thị Thị Thị Thị Thu Thanh Ngọc Minh Bích Hồng Kim Thúy'),
  male: words(
    'Hùng Dũng Tuấn Cường Sơn Thắng Hải Long Nam Trung Kiên Hiếu Quân Thành Tùng Việt Minh Toàn Bình Đông Hưng Khánh Phong Tiến Vinh Chiến Hòa',
  ),
  female: words(
    'Hương Hạnh Hoa Lan Nga Thủy Hằng Huyền Thảo Yến Nhung Hiền Phương Trang Loan Dung Liên Mai Vân Tuyết Hà Anh Oanh Ngân Quỳnh Thơm',
  ),
};

const THAI: NamePattern = {
  families: words(
    'Lò Lò Lò Lò Lò Lường Lường Quàng Quàng Quàng Cà Cà Tòng Tòng Lù Lèo Bạc Cầm Điêu Vì Mào Lừ Khoàng Hoàng',
  ),
  maleMiddles: words('Văn Văn Văn Văn Văn Văn Xuân Đức Ngọc Minh'),
  femaleMiddles: words('Thị Thị Thị Thị Thị Thị Thị Thu Hồng'),
  male: words(
    'Pâng Hặc Thoan Dũng Hùng Thương Xuân Biên Ánh Phong Tuấn Cường Sơn Hải Tiến Pọm Inh Ún Yêu Chung Đôi Hương Thanh Muôn Panh Phương Chựa Bun Hịa Sương Thắng Thành Tưởng Hoan Quyết Chiến Toản Thuận',
  ),
  female: words(
    'Hương Lả Ánh Ọi Xiên Pâng Thủy Hạnh Hoa Nga Thu Duyên Lan Chiên Phương Thương Tươi Hiên Pỏm Chung Loan Yên Thiên Dung Bình Hồng Phượng Thoa Minh Tiên Inh Hặc Xoan',
  ),
};

const MONG: NamePattern = {
  families: words(
    'Giàng Giàng Giàng Vừ Vừ Vừ Mùa Mùa Sùng Sùng Sùng Thào Thào Thào Hạng Hạng Hờ Lầu Lầu Ly Cháng Chá Cứ Vàng Vàng Sình Phàng Tráng Ma Hồ Lý Chớ Thò',
  ),
  maleMiddles: words('A A A A A A A A A A Chờ Giống Súa Nhìa Nỏ'),
  femaleMiddles: words('Thị Thị Thị Thị Thị Thị Thị Thị Mai'),
  male: words(
    'Dếnh Páo Tủa Chu Sình Lử Chía Dơ Nhè Pó Thào Dia Vàng Chống Tú Của Sáu Hồ Lềnh Nếnh Phổng Giống Sinh Hừ Ký Lù Mang Khua Chinh Tàng Vừ Sếnh Thành Anh Sang Súa Dính Chỉnh Hạng Dình Và',
  ),
  female: words(
    'Dợ Mỷ Sua Pà Chía Xía Dung Mai Sông Dếnh Ly Pàng Say Chá Dia Ca Vang Mo Máy Sênh Cở Dở Lia Nhìa Chư Hoa Lan Hương Dua Và',
  ),
};

const KHO_MU: NamePattern = {
  ...THAI,
  families: words('Lò Lò Quàng Quàng Lường Cút Cút Ọc Vì Moong Cà Tòng Chương'),
};
const LAO: NamePattern = { ...THAI, families: words('Lò Lò Vì Lường Thạo Tòng Quàng Lự') };
const KHANG: NamePattern = { ...THAI, families: words('Lò Lò Lừ Quàng Lường Hoàng Mè') };

const DAO: NamePattern = {
  families: words('Tẩn Tẩn Tẩn Chẻo Chẻo Phàn Phàn Lý Tao'),
  maleMiddles: words('A A Láo Văn Kim Dào'),
  femaleMiddles: words('Thị Thị Mẩy Mùi Mỹ'),
  male: words('Lở Sành Chiêu Pao Phin Minh Quân Dũng Sơn Khé Lụa Pà Phương'),
  female: words('Mẩy Nải Phẩy Chạn Mỷ Liều Hoa Thủy Lai Phượng'),
};

const HA_NHI: NamePattern = {
  families: words('Pờ Pờ Sừng Sừng Chang Lỳ Lỳ Khoàng Vù Mạ Toán Phùy Giàng Chu'),
  maleMiddles: words('Diệp Sừng Xuyến Văn Váng Hừ Ló Go Dần Chin'),
  femaleMiddles: words('Thị Thị Mỳ Hừ Gia Khừ'),
  male: words('Sàng Khai Phù Van Pư Xá Hừ Hùng Chừ Tư Sinh Cà Toán Lòng'),
  female: words('Mé Lé De Xó Nu Pư Huyền Xuyến Hà Sen Che Hương'),
};

const HOA: NamePattern = {
  families: words('Lý Lý Vàng Trần Trương Hoàng Tẩn Sìn'),
  maleMiddles: words('Seo A Văn Vần Chí'),
  femaleMiddles: words('Thị Thị Seo Mỹ'),
  male: words('Páo Sài Quang Vinh Minh Phù Chẩn Hùng Long Dìn'),
  female: words('Mỷ Lan Hoa Phương Liên Ngọc Kim Mai'),
};

const TAY: NamePattern = {
  ...KINH,
  families: words('Hoàng Nông Nông Hà Lý Đàm Ma Lương Bế'),
};
const MUONG: NamePattern = { ...KINH, families: words('Bùi Bùi Đinh Quách Hà Phạm Cao') };
const SI_LA: NamePattern = { ...HA_NHI, families: words('Hù Hù Pờ Lỳ Giàng') };
const CONG: NamePattern = { ...THAI, families: words('Lò Lò Hù Nạ Chảo') };

export const PATTERNS: Readonly<Record<string, NamePattern>> = {
  Kinh: KINH,
  Thái: THAI,
  Mông: MONG,
  'Khơ Mú': KHO_MU,
  Dao: DAO,
  'Hà Nhì': HA_NHI,
  Lào: LAO,
  Hoa: HOA,
  Kháng: KHANG,
  Tày: TAY,
  Mường: MUONG,
  'Si La': SI_LA,
  Cống: CONG,
};
