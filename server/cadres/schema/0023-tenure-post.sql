-- Who sits in a post is asked for every unit that is opened; the exclusion constraint's index
-- leaves out posts without numbered seats, so it cannot answer.
create index tenure_post on tenure (post_id) where post_id is not null;
