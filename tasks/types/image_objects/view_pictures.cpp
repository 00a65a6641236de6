#include "tasks/types/image_objects/view_pictures.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace biaokao::image_objects {
namespace {

constexpr std::size_t megabyte = 1 << 20;
constexpr std::size_t read_ahead_in_bytes = 80 * megabyte; // 24 megapixels: annotation-tools.md 4
constexpr std::size_t large_in_bytes = 150 * megabyte;     // never two of these
constexpr std::size_t held_in_bytes = 320 * megabyte;      // room for two neighbours beside what is not large
constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

std::size_t bytes_of(const Picture& picture) {
    return picture.levels ? static_cast<std::size_t>(picture.size.x * picture.size.y * 3.2) : 0;
}

std::size_t distance(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

// On a worker. Everything but a whole picture within the limit is told by the state.
Picture read_picture(const PackFiles& files, const std::string& path, std::size_t limit_in_bytes, ReadWatch& watch) {
    Picture picture;
    const auto give_up = [&](Error error) {
        picture.state = error.code == "error.reading_stopped" ? Picture::State::stopped : Picture::State::broken;
        picture.error = std::move(error);
        return std::move(picture);
    };
    if (watch.stop) return give_up({"error.reading_stopped", path, {}});
    const auto bytes = files.read(path);
    if (!bytes) return give_up(bytes.error());
    const auto header = probe_image(*bytes, path);
    if (!header) return give_up(header.error());
    picture.size = {static_cast<double>(header->width()), static_cast<double>(header->height())};
    if (bytes_of_levels(*header) > limit_in_bytes) {
        picture.state = Picture::State::postponed;
        return picture;
    }
    auto levels = decode_levels(*bytes, path, watch);
    if (!levels) return give_up(levels.error());
    picture.levels = std::make_shared<const PictureLevels>(std::move(*levels));
    picture.state = Picture::State::ready;
    return picture;
}

} // namespace

struct PictureStore::Shared {
    std::map<std::string, Picture> pictures; // by item
    int decoding = 0;
};

PictureStore::PictureStore() : shared_(std::make_shared<Shared>()) {}

PictureStore::~PictureStore() { let_go(); }

void PictureStore::start(TaskFrame& frame, const ItemSpec& item, Picture& picture, std::size_t limit_in_bytes) {
    picture = {};
    picture.ahead = limit_in_bytes != no_limit;
    picture.watch = std::make_shared<ReadWatch>();
    ++shared_->decoding;
    frame.workers.run([files = frame.pack.files, path = item.file, id = item.id, limit_in_bytes, watch = picture.watch,
                       weak = std::weak_ptr<Shared>(shared_)]() -> std::function<void()> {
        auto read = std::make_shared<Picture>(read_picture(*files, path, limit_in_bytes, *watch));
        return [weak, id, read, watch] {
            const auto shared = weak.lock();
            if (!shared) return; // the view is gone
            --shared->decoding;
            const auto waiting = shared->pictures.find(id);
            if (waiting == shared->pictures.end() || waiting->second.watch != watch) return; // nobody wants it any more
            Picture before = std::exchange(waiting->second, std::move(*read));
            waiting->second.watch = watch;
            waiting->second.ahead = before.ahead;
            if (waiting->second.state == Picture::State::ready)
                waiting->second.first_look = std::move(before.first_look);
        };
    });
}

const Picture& PictureStore::need(TaskFrame& frame, const ItemSpec& item, const Tone& tone) {
    tiles_.begin_frame(frame);
    if (current_ != item.id) {
        current_ = item.id;
        let_go_of_large();
    }
    const auto [entry, fresh] = shared_->pictures.try_emplace(item.id);
    if (fresh || entry->second.state == Picture::State::postponed) start(frame, item, entry->second, no_limit);
    Picture& picture = entry->second;
    if (picture.state == Picture::State::waiting) {
        if (!picture.first_look) picture.first_look = std::make_unique<FirstLookTexture>(frame.ui.platform());
        picture.first_look->follow(picture.watch->first_look, tone);
        picture.size = picture.first_look->picture_size();
    }
    return picture;
}

// A reading that nobody limited may be of a large one.
void PictureStore::let_go_of_large() {
    std::vector<std::string> gone;
    for (const auto& [id, picture] : shared_->pictures) {
        const bool maybe_large = picture.state == Picture::State::waiting && !picture.ahead;
        if (id != current_ && (maybe_large || bytes_of(picture) > large_in_bytes)) gone.push_back(id);
    }
    for (const std::string& id : gone) forget(id);
}

void PictureStore::read_ahead(TaskFrame& frame, const ItemSpec& current, const Tone& tone) {
    const Picture& looked_at = shared_->pictures.at(current.id);
    if (looked_at.state == Picture::State::waiting) return; // the processor is needed
    const auto& items = frame.question.items;
    const std::size_t at = frame.question.index_of_item(current.id);
    const bool alone = bytes_of(looked_at) > large_in_bytes;
    for (const std::size_t beside : {at + 1, at - 1}) {
        if (beside >= items.size() || alone) continue; // 0 - 1 is beyond the end as well
        const auto [entry, fresh] = shared_->pictures.try_emplace(items[beside].id);
        if (fresh) start(frame, items[beside], entry->second, read_ahead_in_bytes);
        if (entry->second.state == Picture::State::ready && !tiles_.busy())
            static_cast<void>(tiles_.whole(frame, items[beside].id, entry->second.levels, tone));
    }
    std::size_t held = 0;
    for (const auto& [id, picture] : shared_->pictures) held += bytes_of(picture);
    while (held > held_in_bytes) {
        const auto farthest =
            std::max_element(shared_->pictures.begin(), shared_->pictures.end(), [&](const auto& a, const auto& b) {
                const auto cost = [&](const auto& each) {
                    return bytes_of(each.second) == 0 ? 0 : distance(frame.question.index_of_item(each.first), at);
                };
                return cost(a) < cost(b);
            });
        if (farthest->first == current.id || bytes_of(farthest->second) == 0) break;
        held -= bytes_of(farthest->second);
        forget(std::string(farthest->first));
    }
}

void PictureStore::draw(TaskFrame& frame, ImDrawList& list, const ItemSpec& item, const ImageZoom& view,
                        const Tone& tone) {
    const auto entry = shared_->pictures.find(item.id);
    if (entry == shared_->pictures.end() || !entry->second.shown()) return;
    Picture& picture = entry->second;
    const bool ready = picture.state == Picture::State::ready;
    if (ready && tiles_.whole(frame, item.id, picture.levels, tone).value != 0) picture.first_look.reset();
    if (picture.first_look) picture.first_look->draw(list, view);
    if (ready) tiles_.draw(frame, list, item.id, picture.levels, view, tone);
}

TextureId PictureStore::whole(TaskFrame& frame, const ItemSpec& item, const Tone& tone) {
    const auto entry = shared_->pictures.find(item.id);
    if (entry == shared_->pictures.end() || entry->second.state != Picture::State::ready) return {};
    return tiles_.whole(frame, item.id, entry->second.levels, tone);
}

void PictureStore::stop_reading(const ItemSpec& item) {
    const auto entry = shared_->pictures.find(item.id);
    if (entry != shared_->pictures.end() && entry->second.watch) entry->second.watch->stop = true;
}

void PictureStore::read_again(const ItemSpec& item) { forget(item.id); }

void PictureStore::let_go() {
    while (!shared_->pictures.empty()) forget(std::string(shared_->pictures.begin()->first));
    current_.clear();
}

void PictureStore::forget(const std::string& item) {
    const auto entry = shared_->pictures.find(item);
    if (entry == shared_->pictures.end()) return;
    if (entry->second.watch) entry->second.watch->stop = true;
    tiles_.forget(item);
    shared_->pictures.erase(entry);
}

bool PictureStore::busy() const { return shared_->decoding > 0 || tiles_.busy(); }

} // namespace biaokao::image_objects
