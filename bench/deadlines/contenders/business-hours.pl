# Deadlines by Perl's Business::Hours: one calendar and its cases as JSON on standard input, answers and time as JSON out.
# The zone is that of the process (TZ). undef where the library answers -1: what lies thirty days ahead it does not know.
use strict;
use warnings;
use Business::Hours;
use JSON::PP;
use Time::HiRes qw(time);

my $asked = decode_json(do { local $/; <STDIN> });
my $hours = Business::Hours->new;
$hours->business_hours(%{ $asked->{week} });
$hours->holidays(@{ $asked->{holidays} });

my @due;
my $started = time;
for my $i (0 .. $#{ $asked->{from} }) {
    my $due = $hours->add_seconds($asked->{from}[$i], $asked->{seconds}[$i]);
    push @due, defined $due && $due >= 0 ? $due : undef;
}
my $milliseconds = 1000 * (time - $started);
print encode_json({ milliseconds => $milliseconds, due => \@due });
